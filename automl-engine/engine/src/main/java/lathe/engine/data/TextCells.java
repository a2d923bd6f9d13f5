package lathe.engine.data;

import java.util.Arrays;

/// Cells of any kind as codes into a dictionary of (kind, text); the empty cell is code -1.
public final class TextCells implements RawColumn {

    private final int[] codes;
    private final TextPool pool;

    private TextCells(int[] codes, TextPool pool) {
        this.codes = codes;
        this.pool = pool;
    }

    @Override
    public int rows() {
        return codes.length;
    }

    public int code(int row) {
        return codes[row];
    }

    /// Number of distinct cells, the empty one not counted.
    public int levels() {
        return pool.size();
    }

    public CellKind kind(int level) {
        return pool.kind(level);
    }

    public String text(int level) {
        return pool.text(level);
    }

    /// Rows `from` up to but not including `to`, with the same levels.
    TextCells slice(int from, int to) {
        return new TextCells(Arrays.copyOfRange(codes, from, to), pool);
    }

    /// Whether a level is a whole number that as a number would be another: with a leading zero, or beyond 2^53.
    boolean isNumberOfDigits(int level) {
        return pool.isNumberOfDigits(level);
    }

    /// How many rows hold each level.
    int[] counts() {
        int[] counts = new int[pool.size()];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }

    /// The first row that holds a level, or -1.
    int firstRow(int level) {
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] == level) {
                return row;
            }
        }
        return -1;
    }

    /// Collects cells in row order.
    public static final class Builder {

        private final TextPool pool = new TextPool();
        private int[] codes = new int[64];
        private int rows;

        /// @param text the empty text means no value
        public void add(CellKind kind, String text) {
            if (rows == codes.length) {
                codes = Arrays.copyOf(codes, rows + (rows >> 1));
            }
            codes[rows++] = text.isEmpty() ? -1 : pool.code(kind, text);
        }

        public void addMissing() {
            add(CellKind.TEXT, "");
        }

        /// Adds all cells of another column.
        void addAll(TextCells cells) {
            int[] newCode = new int[cells.levels()];
            Arrays.fill(newCode, -1);
            int size = rows + cells.rows();
            if (size > codes.length) {
                codes = Arrays.copyOf(codes, Math.max(size, codes.length + (codes.length >> 1)));
            }
            for (int row = 0; row < cells.rows(); row++) {
                int code = cells.code(row);
                if (code >= 0 && newCode[code] < 0) {
                    newCode[code] = pool.code(cells.kind(code), cells.text(code));
                }
                codes[rows++] = code < 0 ? -1 : newCode[code];
            }
        }

        public int rows() {
            return rows;
        }

        public TextCells build() {
            return new TextCells(Arrays.copyOf(codes, rows), pool);
        }
    }
}
