package lathe.engine.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.Table;

/// A part of the rows in the order of the table, the same for equal tables; all rows if they are few.
///
/// What is computed of a column is kept, so that one check after the other may ask for it. For one thread.
public final class RowSample {

    private static final long SEED = 0x5EEDL;

    private final Table table;
    private final int[] rows;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, NumberShape> shapes = new HashMap<>();

    RowSample(Table table, int most) {
        this.table = table;
        this.rows = rows(table.rows(), most);
    }

    // Knuth's selection sampling (TAOCP 2, algorithm S).
    private static int[] rows(int all, int most) {
        int[] chosen = new int[Math.min(all, most)];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int row = 0, taken = 0; taken < chosen.length; row++) {
            if (random.nextDouble() * (all - row) < chosen.length - taken) {
                chosen[taken++] = row;
            }
        }
        return chosen;
    }

    public int size() {
        return rows.length;
    }

    /// Place in the table of a row of the sample.
    public int row(int place) {
        return rows[place];
    }

    /// The rows' values of a column.
    public Column column(String name) {
        Column whole = table.column(name);
        return rows.length == table.rows() ? whole : columns.computeIfAbsent(name, key -> whole.select(rows));
    }

    /// @throws IllegalArgumentException if it is not a number column
    NumberShape shape(String name) {
        return shapes.computeIfAbsent(name, key -> NumberShape.of(numbers(key)));
    }

    double[] numbers(String name) {
        if (column(name) instanceof NumberColumn numbers) {
            return numbers.values();
        }
        throw new IllegalArgumentException("column '%s' must hold numbers".formatted(name));
    }

    /// Whether each row has a value.
    boolean[] present(String name) {
        boolean[] present = new boolean[rows.length];
        Column column = column(name);
        for (int place = 0; place < present.length; place++) {
            present[place] = !column.isMissing(place);
        }
        return present;
    }
}
