package lathe.engine.flow.pupil;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.RowDraw;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Table;

/// Rows to teach a pupil on: real ones first, then ones mixed from two real ones each. Of a mixed row's columns each comes
/// from its mate with a probability of [#EXCHANGED], otherwise from its base. A teacher answers any row, so there can be
/// more of them than the table has, near to where real ones lie.
///
/// Which rows and columns are taken depends on the seed and the position alone.
public final class MixedRows {

    /// Probability that a column comes from the mate.
    public static final double EXCHANGED = 0.15;

    private final Table table;
    private final int[] base;
    private final int[] mate;
    private final int real;
    private final Seed seed;

    private MixedRows(Table table, int[] base, int[] mate, int real, Seed seed) {
        this.table = table;
        this.base = base;
        this.mate = mate;
        this.real = real;
        this.seed = seed;
    }

    /// @param table  where they come from; at least one row
    /// @param real   real rows at most, drawn without repetition
    /// @param mixed  mixed rows
    public static MixedRows draw(Table table, int real, int mixed, Seed seed) {
        int own = Math.min(real, table.rows());
        int[] base = new int[own + mixed];
        int[] mate = new int[own + mixed];
        RandomGenerator random = seed.child("rows", 0).random();
        int[] shuffled = RowDraw.shuffled(IntStream.range(0, table.rows()).toArray(), random);
        for (int row = 0; row < base.length; row++) {
            base[row] = row < own ? shuffled[row] : random.nextInt(table.rows());
            mate[row] = row < own ? base[row] : random.nextInt(table.rows());
        }
        return new MixedRows(table, base, mate, own, seed);
    }

    public int rows() {
        return base.length;
    }

    /// Whether a row is one of the table's, not mixed.
    public boolean isReal(int row) {
        return row < real;
    }

    /// How many of the rows are real; they come first.
    public int real() {
        return real;
    }

    /// Row of the table that most columns come from.
    public int base(int row) {
        return base[row];
    }

    /// Row of the table that the other columns come from; the base itself for a real row.
    public int mate(int row) {
        return mate[row];
    }

    /// Some of the rows, a row named twice twice.
    public Table table(int[] rows) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int[] from = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                from[i] = isExchanged(rows[i], column) ? mate[rows[i]] : base[rows[i]];
            }
            columns.add(table.columns().get(column).select(from));
        }
        return new Table(table.schema(), columns);
    }

    // By position, so that any part of the rows can be made at any time.
    private boolean isExchanged(int row, int column) {
        if (isReal(row)) {
            return false;
        }
        long bits = seed.child("column", (long) row * table.columns().size() + column).value();
        return (bits >>> 11) * 0x1p-53 < EXCHANGED;
    }

    /// Rows among the first ones of which both parents are among those allowed.
    ///
    /// @param count   of rows looked at
    /// @param allowed rows of the table
    int[] ofParents(int count, int[] allowed) {
        boolean[] may = new boolean[table.rows()];
        Arrays.stream(allowed).forEach(row -> may[row] = true);
        return IntStream.range(0, count).filter(row -> may[base[row]] && may[mate[row]]).toArray();
    }
}
