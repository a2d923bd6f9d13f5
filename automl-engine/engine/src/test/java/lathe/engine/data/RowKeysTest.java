package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowKeysTest {

    private static final Field NUMBER = Field.of("n", FieldType.NUMBER);
    private static final Field TEXT = Field.of("t", FieldType.CATEGORY);

    private static Table table(double[] numbers, String... texts) {
        return new Table(new Schema(List.of(NUMBER, TEXT)), List.of(new NumberColumn(numbers), StringColumn.of(List.of(texts))));
    }

    private static List<String> keys(Table table, String except) {
        RowKeys keys = RowKeys.of(table, except, IntStream.range(0, table.rows()).toArray());
        return IntStream.range(0, keys.size()).mapToObj(keys::key).toList();
    }

    @Test
    void numbersEqualRowsInTheirOrder() {
        List<String> keys = keys(table(new double[] {1, 2, 1, 1}, "a", "a", "a", "b"), "");
        assertEquals(keys.get(0) + "-2", keys.get(2));
        assertEquals(4, keys.stream().distinct().count());
    }

    @Test
    void leavesOutOneColumnAndForgetsTheOrderOfTheOthers() {
        Table table = table(new double[] {1, 2}, "a", "b");
        Table turned = new Table(new Schema(List.of(TEXT, NUMBER)), List.of(table.columns().get(1), table.columns().get(0)));
        assertEquals(keys(table, ""), keys(turned, ""));
        assertEquals(keys(table, "t"), keys(table(new double[] {1, 2}, "x", ""), "t"));
        assertNotEquals(keys(table, ""), keys(table, "t"));
    }

    @Test
    void aMissingCellIsNoZeroAndNoOtherColumnsValue() {
        assertEquals(3, keys(table(new double[] {0, Double.NaN, Double.NaN}, "", "", "0"), "").stream().distinct().count());
    }

    @Property(tries = 50)
    void theTypeOfAColumnOfNumbersDoesNotCount(@ForAll @Size(max = 30) List<Double> values) {
        double[] numbers = values.stream().mapToDouble(value -> Double.isFinite(value) ? value : 0).toArray();
        List<String> texts = IntStream.range(0, numbers.length).mapToObj(i -> numbers[i] == Math.rint(numbers[i]) && Math.abs(numbers[i]) < 1e15
                ? Long.toString((long) numbers[i]) : Double.toString(numbers[i])).toList();
        assertEquals(keys(one(FieldType.NUMBER, new NumberColumn(numbers)), ""), keys(one(FieldType.CATEGORY, StringColumn.of(texts)), ""));
    }

    private static Table one(FieldType type, Column column) {
        return new Table(new Schema(List.of(Field.of("n", type))), List.of(column));
    }

    @Test
    void textsThatOnlyLookLikeNumbersStayApart() {
        assertEquals(3, keys(one(FieldType.CATEGORY, StringColumn.of(List.of("7", "007", "7.0"))), "").stream().distinct().count());
    }
}
