package lathe.engine.learn.linear;

import java.util.Arrays;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.algebra.Cholesky;
import lathe.engine.learn.algebra.Dots;
import lathe.engine.learn.algebra.Gram;

/// Newton's method for half the squared weights + cost × squared shortfalls of side × sum below 1.
///
/// The sum to minimise is a parabola as long as the same rows fall short, so few steps are needed.
final class MarginNewton {

    private static final int STEPS = 50;

    private final double[][] columns;
    private final double[] sides;
    private final double[] costs;
    private final FitContext context;

    /// @param columns standardised, shape p × n
    /// @param sides   +1 or −1
    /// @param costs   of each row's squared shortfall
    MarginNewton(double[][] columns, double[] sides, double[] costs, FitContext context) {
        this.columns = new double[columns.length + 1][];
        this.columns[0] = new double[sides.length];
        Arrays.fill(this.columns[0], 1);
        System.arraycopy(columns, 0, this.columns, 1, columns.length);
        this.sides = sides;
        this.costs = costs;
        this.context = context;
    }

    /// The bias, then the weights. When time runs out, what it has.
    double[] fit() {
        double[] weights = new double[columns.length];
        double least = loss(weights);
        for (int step = 0; step < STEPS && (step == 0 || !context.mustStop()); step++) {
            double[] aim = aim(weights);
            double size = 1;
            double[] tried = between(weights, aim, size);
            double loss = loss(tried);
            while (!(loss <= least) && size > 1e-6) {
                size /= 2;
                tried = between(weights, aim, size);
                loss = loss(tried);
            }
            double fall = least - loss;
            if (fall > 0) {
                weights = tried;
                least = loss;
            }
            if (!(fall > 1e-12 * least)) {
                break;
            }
        }
        return weights;
    }

    private double[] sums(double[] weights) {
        double[] sums = new double[sides.length];
        for (int j = 0; j < weights.length; j++) {
            double[] column = columns[j];
            for (int row = 0; row < sums.length; row++) {
                sums[row] += weights[j] * column[row];
            }
        }
        return sums;
    }

    private double loss(double[] weights) {
        double[] sums = sums(weights);
        double loss = 0.5 * Dots.of(weights, weights);
        for (int row = 0; row < sums.length; row++) {
            double shortfall = Math.max(0, 1 - sides[row] * sums[row]);
            loss += costs[row] * shortfall * shortfall;
        }
        return loss;
    }

    /// The least point of the parabola of the rows that fall short now.
    private double[] aim(double[] weights) {
        double[] sums = sums(weights);
        double[] counts = new double[sides.length];
        double[] pulls = new double[sides.length];
        for (int row = 0; row < sums.length; row++) {
            counts[row] = sides[row] * sums[row] < 1 ? 2 * costs[row] : 0;
            pulls[row] = counts[row] * sides[row];
        }
        double[][] curvature = Gram.weighted(columns, counts, () -> UnitRows.goOn(context));
        double[] products = new double[columns.length];
        for (int j = 0; j < products.length; j++) {
            curvature[j][j] += 1;
            products[j] = Dots.of(columns[j], pulls);
        }
        return Cholesky.of(curvature).solve(products);
    }

    private static double[] between(double[] from, double[] to, double share) {
        double[] out = new double[from.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = from[i] + share * (to[i] - from[i]);
        }
        return out;
    }
}
