package lathe.engine.flow.pupil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.provenance.Seed;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

class MixedRowsTest {

    private static final int ROWS = 50;

    // Every cell tells the row it comes from.
    static Table table() {
        return new Table(new Schema(List.of(Field.of("a", FieldType.NUMBER), Field.of("b", FieldType.CATEGORY),
                Field.of("c", FieldType.NUMBER))),
                List.of(new NumberColumn(IntStream.range(0, ROWS).asDoubleStream().toArray()),
                        StringColumn.of(IntStream.range(0, ROWS).mapToObj(Integer::toString).toList()),
                        new NumberColumn(IntStream.range(0, ROWS).mapToDouble(row -> -row).toArray())));
    }

    private static int[] all(MixedRows rows) {
        return IntStream.range(0, rows.rows()).toArray();
    }

    @Test
    void realRowsComeFirstAndEachOnce() {
        MixedRows rows = MixedRows.draw(table(), 30, 20, new Seed(1));
        Table drawn = rows.table(all(rows));
        assertEquals(30, rows.real());
        assertEquals(30, IntStream.range(0, 30).mapToDouble(row -> drawn.numbers("a").value(row)).distinct().count());
        for (int row = 0; row < 30; row++) {
            assertTrue(rows.isReal(row));
            assertEquals(rows.base(row), drawn.numbers("a").value(row));
            assertEquals(Integer.toString(rows.base(row)), drawn.strings("b").text(row));
        }
    }

    @Test
    void everyColumnOfAMixedRowIsItsBasesOrItsMates() {
        MixedRows rows = MixedRows.draw(table(), 10, 4000, new Seed(2));
        Table drawn = rows.table(all(rows));
        int exchanged = 0;
        for (int row = 10; row < rows.rows(); row++) {
            for (int from : new int[] {(int) drawn.numbers("a").value(row), Integer.parseInt(drawn.strings("b").text(row)),
                (int) -drawn.numbers("c").value(row)}) {
                assertTrue(from == rows.base(row) || from == rows.mate(row));
                exchanged += from == rows.base(row) ? 0 : 1;
            }
        }
        // Of 12,000 cells; one mate in fifty is the base itself.
        assertEquals(MixedRows.EXCHANGED * 0.98, exchanged / 12_000.0, 0.01);
    }

    @Test
    void aPartOfTheRowsIsTheSameAsInTheWhole() {
        MixedRows rows = MixedRows.draw(table(), 5, 100, new Seed(3));
        Table whole = MixedRows.draw(table(), 5, 100, new Seed(3)).table(all(rows));
        Table part = rows.table(new int[] {70, 4, 104});
        assertEquals(whole.numbers("a").value(70), part.numbers("a").value(0));
        assertEquals(whole.strings("b").text(4), part.strings("b").text(1));
        assertEquals(whole.numbers("c").value(104), part.numbers("c").value(2));
    }

    @Test
    void aTableWithFewerRowsGivesAllOfThem() {
        assertEquals(ROWS, MixedRows.draw(table(), 1000, 3, new Seed(4)).real());
    }
}
