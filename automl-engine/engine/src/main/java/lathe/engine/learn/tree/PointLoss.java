package lathe.engine.learn.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.form.Link;

/// The loss of one number z, on the scale of the link, against the true y.
///
/// Sources: J. H. Friedman, "Greedy Function Approximation" (2001), for absolute, Huber and quantile loss; B. Jørgensen, "The
/// Theory of Dispersion Models" (1997), for Poisson and Tweedie deviance.
sealed interface PointLoss {

    double gradient(double y, double z);

    double curvature(double y, double z);

    double value(double y, double z);

    default Link link() {
        return Link.IDENTITY;
    }

    /// The best constant z for all rows.
    ///
    /// @param weighted whose weights count
    default double start(double[] values, Target weighted) {
        return mean(values, weighted);
    }

    /// The quantile of what is left over that a leaf should answer with; NaN where it is the Newton step.
    default double leafQuantile() {
        return Double.NaN;
    }

    /// Half the squared error.
    record Squared() implements PointLoss {
        @Override
        public double gradient(double y, double z) {
            return z - y;
        }

        @Override
        public double curvature(double y, double z) {
            return 1;
        }

        @Override
        public double value(double y, double z) {
            return (z - y) * (z - y) / 2;
        }
    }

    /// The error in either direction, weighted alpha where the answer is too low; 0.5 is half the absolute error.
    record Quantile(double alpha) implements PointLoss {
        @Override
        public double gradient(double y, double z) {
            return z < y ? -alpha : 1 - alpha;
        }

        @Override
        public double curvature(double y, double z) {
            return 1;
        }

        @Override
        public double value(double y, double z) {
            return z < y ? alpha * (y - z) : (1 - alpha) * (z - y);
        }

        @Override
        public double start(double[] values, Target weighted) {
            return weighted.isWeighted() ? quantile(values, weighted.weights(), alpha) : quantile(values.clone(), values.length, alpha);
        }

        @Override
        public double leafQuantile() {
            return alpha;
        }
    }

    /// Squared up to delta, straight beyond.
    record Huber(double delta) implements PointLoss {
        @Override
        public double gradient(double y, double z) {
            return Math.clamp(z - y, -delta, delta);
        }

        @Override
        public double curvature(double y, double z) {
            return 1;
        }

        @Override
        public double value(double y, double z) {
            double error = Math.abs(z - y);
            return error <= delta ? error * error / 2 : delta * (error - delta / 2);
        }
    }

    /// ln cosh of the error, in units of scale.
    record LogCosh(double scale) implements PointLoss {
        @Override
        public double gradient(double y, double z) {
            return Math.tanh((z - y) / scale) * scale;
        }

        @Override
        public double curvature(double y, double z) {
            double t = Math.tanh((z - y) / scale);
            return Math.max(1e-3, 1 - t * t);
        }

        @Override
        public double value(double y, double z) {
            double error = Math.abs(z - y) / scale;
            return scale * scale * (error + Math.log1p(Math.exp(-2 * error)) - Math.log(2));
        }
    }

    /// Deviance of counts, halved, without what does not depend on z; the answer is e^z. For y ≥ 0.
    record Poisson() implements PointLoss {
        // Bounds the step where a leaf's rows are all 0, as LightGBM does.
        private static final double LARGEST_STEP = 0.7;

        @Override
        public double gradient(double y, double z) {
            return Math.exp(z) - y;
        }

        @Override
        public double curvature(double y, double z) {
            return Math.exp(z + LARGEST_STEP);
        }

        @Override
        public double value(double y, double z) {
            return Math.exp(z) - y * z;
        }

        @Override
        public double start(double[] values, Target weighted) {
            return Math.log(Math.max(1e-9, mean(values, weighted)));
        }

        @Override
        public Link link() {
            return Link.EXP;
        }
    }

    /// As Poisson, for amounts that are often 0; power between 1 and 2.
    record Tweedie(double power) implements PointLoss {
        @Override
        public double gradient(double y, double z) {
            return Math.exp((2 - power) * z) - y * Math.exp((1 - power) * z);
        }

        @Override
        public double curvature(double y, double z) {
            return (2 - power) * Math.exp((2 - power) * z) - (1 - power) * y * Math.exp((1 - power) * z);
        }

        @Override
        public double value(double y, double z) {
            return Math.exp((2 - power) * z) / (2 - power) - y * Math.exp((1 - power) * z) / (1 - power);
        }

        @Override
        public double start(double[] values, Target weighted) {
            return Math.log(Math.max(1e-9, mean(values, weighted)));
        }

        @Override
        public Link link() {
            return Link.EXP;
        }
    }

    private static double mean(double[] values, Target weighted) {
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            sum += weighted.weight(row) * values[row];
        }
        return values.length == 0 ? 0 : sum / weighted.totalWeight();
    }

    /// The least value that, with those below it, has a share alpha of the weight.
    static double quantile(double[] values, double[] weights, double alpha) {
        int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue).toArray();
        double wanted = alpha * Arrays.stream(weights).sum();
        double sum = 0;
        for (int i : order) {
            sum += weights[i];
            if (sum >= wanted) {
                return values[i];
            }
        }
        return values[order[order.length - 1]];
    }

    /// @param values sorted in place up to `length`
    static double quantile(double[] values, int length, double alpha) {
        Arrays.sort(values, 0, length);
        double at = alpha * (length - 1);
        int low = (int) Math.floor(at);
        int high = Math.min(length - 1, low + 1);
        return values[low] + (at - low) * (values[high] - values[low]);
    }
}
