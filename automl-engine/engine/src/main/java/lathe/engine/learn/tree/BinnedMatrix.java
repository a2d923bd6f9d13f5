package lathe.engine.learn.tree;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.scoring.Matrix;

/// Features cut into [Bins], one byte a cell: what every grower of trees works on.
///
/// Four features stand in one `int` per row, so that one read from memory serves four histograms. Immutable; n × p bytes.
public final class BinnedMatrix {

    private static final int GROUP = 4;

    private final int[][] packed;
    private final Bins[] bins;
    private final boolean[] missing;
    private final boolean[] levels;
    private final int rows;

    private BinnedMatrix(int[][] packed, Bins[] bins, boolean[] missing, boolean[] levels, int rows) {
        this.packed = packed;
        this.bins = bins;
        this.missing = missing;
        this.levels = levels;
        this.rows = rows;
    }

    /// Sorts a sample of each column; cost p × n × log(bins).
    ///
    /// @param mostBins at most 255, the one for missing not counted
    public static BinnedMatrix of(Matrix matrix, int mostBins) {
        if (mostBins < 2 || mostBins > Bins.MOST) {
            throw new IllegalArgumentException("bins must be 2 to %d, was %d".formatted(Bins.MOST, mostBins));
        }
        int n = matrix.rows();
        int width = matrix.width();
        int[][] packed = new int[(width + GROUP - 1) / GROUP][n];
        Bins[] bins = new Bins[width];
        boolean[] missing = new boolean[width];
        boolean[] levels = new boolean[width];
        for (int feature = 0; feature < width; feature++) {
            double[] column = matrix.column(feature);
            Bins own = matrix.numbersLevels(feature) ? Bins.ofLevels(column, mostBins) : Bins.of(column, mostBins);
            bins[feature] = own;
            int[] group = packed[feature / GROUP];
            int shift = shift(feature);
            boolean some = false;
            for (int row = 0; row < n; row++) {
                int code = own.code(column[row]);
                some |= code == 0;
                group[row] |= code << shift;
            }
            missing[feature] = some;
            levels[feature] = own.areLevels();
        }
        return new BinnedMatrix(packed, bins, missing, levels, n);
    }

    /// As this one, with other numbers in place of some features; no feature of it numbers levels.
    ///
    /// @param columns by feature, shape n each; the others are shared
    BinnedMatrix with(Map<Integer, double[]> columns, int mostBins) {
        int[][] newPacked = packed.clone();
        Bins[] newBins = bins.clone();
        boolean[] newMissing = missing.clone();
        columns.keySet().stream().map(feature -> feature / GROUP).distinct()
                .forEach(group -> newPacked[group] = packed[group].clone());
        columns.forEach((feature, column) -> {
            Bins own = Bins.of(column, mostBins);
            newBins[feature] = own;
            newMissing[feature] = Arrays.stream(column).anyMatch(Double::isNaN);
            int[] codes = newPacked[feature / GROUP];
            int shift = shift(feature);
            for (int row = 0; row < rows; row++) {
                codes[row] = codes[row] & ~(255 << shift) | own.code(column[row]) << shift;
            }
        });
        return new BinnedMatrix(newPacked, newBins, newMissing, new boolean[levels.length], rows);
    }

    /// Other rows in the same bins.
    ///
    /// @param codes as [#group], at least as long as there are rows; handed over, not copied
    BinnedMatrix sameBins(int[][] codes, boolean[] someMissing, int newRows) {
        return new BinnedMatrix(codes, bins, someMissing, levels, newRows);
    }

    /// Codes of other rows, as [#group].
    int[][] codesOf(Matrix matrix) {
        int[][] codes = new int[packed.length][matrix.rows()];
        for (int feature = 0; feature < bins.length; feature++) {
            double[] column = matrix.column(feature);
            int[] group = codes[feature / GROUP];
            int shift = shift(feature);
            for (int row = 0; row < column.length; row++) {
                group[row] |= bins[feature].code(column[row]) << shift;
            }
        }
        return codes;
    }

    int rows() {
        return rows;
    }

    int width() {
        return bins.length;
    }

    int groups() {
        return packed.length;
    }

    /// Codes of four features each, by row; feature f stands in group f / 4 at bits 8 × (f mod 4).
    int[] group(int group) {
        return packed[group];
    }

    int[] groupOf(int feature) {
        return packed[feature / GROUP];
    }

    static int shift(int feature) {
        return feature % GROUP * 8;
    }

    int code(int row, int feature) {
        return packed[feature / GROUP][row] >>> shift(feature) & 255;
    }

    /// Codes of a feature: those of its bins and 0 for missing.
    int codes(int feature) {
        return bins[feature].count() + 1;
    }

    boolean hasMissing(int feature) {
        return missing[feature];
    }

    /// Whether the order of the codes means little.
    boolean numbersLevels(int feature) {
        return levels[feature];
    }

    /// The levels some codes stand for.
    int[] levels(int feature, CodeSet codes) {
        return IntStream.range(1, codes(feature)).filter(codes::contains).map(code -> bins[feature].level(code)).toArray();
    }

    /// Largest value that goes left when codes up to this one do.
    double threshold(int feature, int code) {
        return bins[feature].bound(code);
    }
}
