package lathe.engine.learn.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lathe.engine.learn.FitContext;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;

/// 600 rows from a formula that another language can repeat: fractions of multiples of irrational numbers.
///
/// x0 in tenths up to 10, x1 in fifths up to 10, x2 whole up to 19; y = sin(x0) + 0.3 x1 [x2 > 10] + noise.
final class ReferenceTable {

    static final int ROWS = 600;
    static final Matrix FEATURES = new Matrix(List.of("x0", "x1", "x2"), new double[][] {
            column(i -> Math.floor(fraction(i * 0.6180339887498949) * 100) / 10),
            column(i -> Math.floor(fraction(i * 0.7548776662466927) * 50) / 5),
            column(i -> Math.floor(fraction(i * 0.5698402909980532) * 20))}, ROWS);
    static final double[] Y = column(i -> Math.sin(FEATURES.at(i, 0)) + 0.3 * FEATURES.at(i, 1)
            * (FEATURES.at(i, 2) > 10 ? 1 : 0) + fraction(i * 0.3141592653589793) - 0.5);

    private ReferenceTable() { }

    private static double[] column(IntToDoubleFunction value) {
        return IntStream.range(0, ROWS).mapToDouble(value).toArray();
    }

    private static double fraction(double x) {
        return x - Math.floor(x);
    }

    /// Quantile class: how many of the cuts are at or below y.
    static int[] classes(double... shares) {
        double[] cuts = Arrays.stream(shares).map(share -> PointLoss.quantile(Y.clone(), ROWS, share)).toArray();
        return Arrays.stream(Y).mapToInt(y -> (int) Arrays.stream(cuts).filter(cut -> cut <= y).count()).toArray();
    }

    static FitContext calm() {
        return new FitContext(new Seed(1), Deadline.never(), new CancelToken());
    }
}
