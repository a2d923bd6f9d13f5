package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.track.ColumnChoice;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

class RowWeightsTest {

    private static final double NONE = Double.NaN;

    // Twelve rows; the answer is missing in the last one.
    private static Table table(Column weights, FieldType type) {
        double[] answers = IntStream.range(0, 12).mapToDouble(row -> row == 11 ? NONE : row * 1.5).toArray();
        return new Table(new Schema(List.of(Field.of("y", FieldType.NUMBER), Field.of("w", type))),
                List.of(new NumberColumn(answers), weights));
    }

    private static TargetCoding code(Table table, String... weights) {
        Map<String, ColumnChoice> columns = new HashMap<>();
        for (String name : weights) {
            columns.put(name, ColumnChoice.NONE.withRole(Role.WEIGHT));
        }
        return new TargetCoder(table, "y", RowWeights.of(table, "y", columns)).code(Optional.empty(), Optional.empty());
    }

    private static TargetCoding code(double... weights) {
        return code(table(new NumberColumn(weights), FieldType.NUMBER), "w");
    }

    private static Problem refused(Table table, String... weights) {
        return assertThrows(ProblemException.class, () -> code(table, weights)).problem();
    }

    private static Problem refused(double... weights) {
        return refused(table(new NumberColumn(weights), FieldType.NUMBER), "w");
    }

    @Test
    void weightsHaveAMeanOfOneAndRowsOfWeightZeroAreLeftOut() {
        TargetCoding coding = code(1, 2, 3, 0, 1, 2, 3, 1, 2, 3, 2, NONE);

        assertArrayEquals(new int[] {0, 1, 2, 4, 5, 6, 7, 8, 9, 10}, coding.rows());
        assertEquals(10, coding.target().totalWeight(), 1e-12);
        assertEquals(3 * coding.target().weight(0), coding.target().weight(2), 1e-12);
    }

    @Test
    void equalWeightsAreNone() {
        assertFalse(code(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7).target().isWeighted());
    }

    @Test
    void saysWhichRowHasNoUsableWeight() {
        assertEquals("weight-unusable", refused(1, 1, NONE, 1, 1, -4, 1, 1, 1, 1, 1, 1).code());
        assertTrue(refused(1, 1, NONE, 1, 1, -4, 1, 1, 1, 1, 1, 1).what().contains("row 3 has none, and 1 more"));
        assertTrue(refused(1, 1, 1, -4, 1, 1, 1, 1, 1, 1, 1, 1).what().contains("row 4 has -4.0."));
        assertEquals("weights-zero", refused(new double[12]).code());
    }

    @Test
    void refusesColumnsThatCannotWeigh() {
        Table texts = table(StringColumn.of(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")), FieldType.CATEGORY);

        assertEquals("weight-not-numeric", refused(texts, "w").code());
        assertEquals("weight-unknown", refused(texts, "gone").code());
        assertEquals("weight-is-target", refused(texts, "y").code());
        assertEquals("weights-two", refused(texts, "w", "v").code());
    }
}
