package lathe.engine.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

class LackingRowsTest {

    private static Table table(double[] numbers, String... targets) {
        return new Table(new Schema(List.of(Field.of("n", FieldType.NUMBER), Field.of("y", FieldType.CATEGORY))),
                List.of(new NumberColumn(numbers), StringColumn.of(List.of(targets))));
    }

    private static List<String> targets(Table table) {
        return IntStream.range(0, table.rows()).mapToObj(table.strings("y")::text).toList();
    }

    @Test
    void typedValuesFindTheirRowsInAnotherOrderAndAmongNewRows() {
        LackingRows before = LackingRows.of(table(new double[] {1, 2, 3}, "", "a", ""), "y");
        Map<String, String> typed = Map.of(before.key(0), "a", before.key(1), "new");

        LackingRows.Filled filled = LackingRows.of(table(new double[] {9, 3, 2, 1}, "", "", "a", ""), "y").fill(typed);

        assertEquals(List.of("", "new", "a", "a"), targets(filled.table()));
        assertEquals(new LackingRows.Filled(filled.table(), 2, 0, 0), filled);
    }

    @Test
    void aRowThatIsGoneOrHasATargetByNowKeepsItsOwn() {
        LackingRows before = LackingRows.of(table(new double[] {1, 2}, "", ""), "y");
        Table later = table(new double[] {1, 5}, "b", "");

        LackingRows.Filled filled = LackingRows.of(later, "y").fill(Map.of(before.key(0), "a", before.key(1), "a"));

        assertSame(later, filled.table());
        assertEquals(2, filled.gone());
    }

    @Test
    void ofEqualRowsEachHasItsOwn() {
        Table table = table(new double[] {1, 1, 1}, "", "b", "");
        LackingRows rows = LackingRows.of(table, "y");
        assertEquals(List.of("", "b", "a"), targets(rows.fill(Map.of(rows.key(1), "a")).table()));
    }

    @Test
    void numbersAreReadAndWhatIsNoneIsLeftOut() {
        Table table = new Table(new Schema(List.of(Field.of("n", FieldType.NUMBER), Field.of("y", FieldType.NUMBER))),
                List.of(new NumberColumn(new double[] {1, 2, 3}), new NumberColumn(new double[] {Double.NaN, Double.NaN, 7})));
        LackingRows rows = LackingRows.of(table, "y");

        LackingRows.Filled filled = rows.fill(Map.of(rows.key(0), "2.5", rows.key(1), "many"));

        assertArrayEquals(new double[] {2.5, Double.NaN, 7}, filled.table().numbers("y").values());
        assertEquals(1, filled.typed());
        assertEquals(1, filled.unfit());
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, 7}, table.numbers("y").values(), "what was read stays");
    }
}
