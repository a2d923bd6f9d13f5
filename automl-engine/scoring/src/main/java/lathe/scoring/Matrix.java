package lathe.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What a learner sees and a form reads: named columns of numbers, stored column by column. `NaN` is missing.
///
/// Not copied; nobody writes to the arrays after construction.
public final class Matrix {

    private final List<String> names;
    private final double[][] columns;
    private final int rows;
    private final Set<String> levels;

    /// @param names   feature names, shape p
    /// @param columns values, shape p × n
    /// @param rows    n; needed because there may be no column
    public Matrix(List<String> names, double[][] columns, int rows) {
        this(names, columns, rows, Set.of());
    }

    /// @param levels names of features that number levels, whose size means little
    public Matrix(List<String> names, double[][] columns, int rows, Set<String> levels) {
        if (names.size() != columns.length) {
            throw new IllegalArgumentException("a matrix needs a name for each column, had %d and %d"
                    .formatted(names.size(), columns.length));
        }
        this.names = List.copyOf(names);
        this.columns = columns;
        this.rows = rows;
        this.levels = Set.copyOf(levels);
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return columns.length;
    }

    public List<String> names() {
        return names;
    }

    /// Whether a feature numbers levels: those of any two numbers may belong together. Only a matrix to learn from knows.
    public boolean numbersLevels(int feature) {
        return levels.contains(names.get(feature));
    }

    public double[] column(int feature) {
        return columns[feature];
    }

    public double at(int row, int feature) {
        return columns[feature][row];
    }

    /// Some of the rows, in the order given; a row may come several times.
    public Matrix select(int[] selected) {
        double[][] out = new double[columns.length][selected.length];
        for (int feature = 0; feature < out.length; feature++) {
            double[] from = columns[feature];
            for (int i = 0; i < selected.length; i++) {
                out[feature][i] = from[selected[i]];
            }
        }
        return new Matrix(names, out, selected.length, levels);
    }

    /// The rows of another matrix of the same features under these.
    ///
    /// @throws IllegalArgumentException if it has others
    public Matrix above(Matrix more) {
        if (!names.equals(more.names)) {
            throw new IllegalArgumentException("rows of %s do not go under rows of %s".formatted(more.names, names));
        }
        double[][] out = new double[columns.length][];
        for (int feature = 0; feature < out.length; feature++) {
            out[feature] = Arrays.copyOf(columns[feature], rows + more.rows);
            System.arraycopy(more.columns[feature], 0, out[feature], rows, more.rows);
        }
        return new Matrix(names, out, rows + more.rows, levels);
    }

    /// Copies to rows first, shape n × p, as Smile wants it.
    public double[][] toRows() {
        double[][] out = new double[rows][columns.length];
        for (int feature = 0; feature < columns.length; feature++) {
            double[] column = columns[feature];
            for (int row = 0; row < rows; row++) {
                out[row][feature] = column[row];
            }
        }
        return out;
    }
}
