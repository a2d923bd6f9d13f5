package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class TargetCoderTest {

    private static Table texts(String... values) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            cells.addAll(Arrays.asList(values));
        }
        return new Table(new Schema(List.of(Field.of("y", FieldType.CATEGORY))), List.of(StringColumn.of(cells)));
    }

    private static Table numbers(double... values) {
        double[] cells = new double[4 * values.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = values[i % values.length];
        }
        return new Table(new Schema(List.of(Field.of("y", FieldType.NUMBER))), List.of(new NumberColumn(cells)));
    }

    private static TargetCoding code(Table table) {
        return new TargetCoder(table, "y", RowWeights.of(table, "y", Map.of())).code(Optional.empty(), Optional.empty());
    }

    private static String refused(Table table, Optional<Task> task) {
        return assertThrows(ProblemException.class, () -> new TargetCoder(table, "y", RowWeights.of(table, "y", Map.of())).code(task, Optional.empty()))
                .problem().code();
    }

    @Test
    void takesTwoTextsForABinaryTaskWithYesAsPositive() {
        TargetCoding coding = code(texts("yes", "no", "no"));

        assertEquals(Task.BINARY, coding.task());
        assertEquals(List.of("no", "yes"), coding.classes());
        assertEquals(1, coding.positive());
    }

    @Test
    void takesTheRarerClassAsPositiveWhereNoNameSaysSo() {
        assertEquals(0, code(texts("bad", "good", "good")).positive());
    }

    @Test
    void ordersClassesThatAreNumbersByValue() {
        assertEquals(List.of("2", "10", "100"), code(texts("10", "2", "100")).classes());
    }

    @Test
    void takesFewWholeNumbersForClassesAndOthersForRegression() {
        assertEquals(Task.MULTICLASS, code(numbers(1, 2, 3)).task());
        assertEquals(Task.REGRESSION, code(numbers(1.5, 2, 3)).task());
        assertEquals(List.of("1", "2", "3"), code(numbers(1, 2, 3)).classes());
    }

    @Test
    void leavesOutRowsWithoutATarget() {
        assertArrayEquals(new int[] {0, 2, 3, 5, 6, 8, 9, 11}, rowsOf(new double[] {1.5, Double.NaN, 7.25}));
    }

    private static int[] rowsOf(double[] values) {
        Table table = numbers(values);
        // eight rows remain, two fewer than a model needs, so the rule is asked with two more
        double[] more = Arrays.copyOf(table.numbers("y").values(), 14);
        more[12] = 3.5;
        more[13] = 4.5;
        Table longer = new Table(table.schema(), List.of(new NumberColumn(more)));
        int[] rows = code(longer).rows();
        return Arrays.copyOf(rows, rows.length - 2);
    }

    @Test
    void refusesWhatCannotBeLearntByName() {
        assertEquals("target-constant", refused(texts("a", "a", "a"), Optional.empty()));
        assertEquals("target-missing", refused(texts("", "", ""), Optional.empty()));
        assertEquals("too-few-rows", refused(texts("a", "b"), Optional.empty()));
        assertEquals("target-not-binary", refused(texts("a", "b", "c"), Optional.of(Task.BINARY)));
        assertEquals("target-not-numeric", refused(texts("a", "b", "c"), Optional.of(Task.REGRESSION)));
    }

    @Test
    void refusesNumbersWhoseSquaresCannotBeHeld() {
        assertEquals("target-scale", refused(numbers(1.5, 2.5, 1e300), Optional.empty()));
        assertEquals("target-scale", refused(numbers(1e-300, 2e-300, 3e-300), Optional.of(Task.REGRESSION)));
    }

    @Test
    void namesTheColumnsThereAreWhenTheTargetIsNotAmongThem() {
        ProblemException refused = assertThrows(ProblemException.class, () -> new TargetCoder(texts("a", "b"), "z", RowWeights.of(texts("a", "b"), "z", Map.of())));

        assertTrue(refused.getMessage().contains("'z'") && refused.getMessage().contains("'y'"), refused.getMessage());
    }
}
