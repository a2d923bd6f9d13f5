package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

class KnownRowsTest {

    private static Table table(double[] numbers, String... texts) {
        return new Table(new Schema(List.of(Field.of("n", FieldType.NUMBER), Field.of("t", FieldType.CATEGORY))),
                List.of(new NumberColumn(numbers), StringColumn.of(List.of(texts))));
    }

    @Test
    void rowsAreKnownByTheirCellsWhateverTheTableNumbersItsLevelsBy() {
        KnownRows known = KnownRows.of(table(new double[] {1, Double.NaN}, "a", "b"), table(new double[] {0.0}, ""));
        assertArrayEquals(new boolean[] {true, true, false, true, false},
                known.knows(table(new double[] {Double.NaN, 1, 1, -0.0, 2}, "b", "a", "b", "", "a")));
    }
}
