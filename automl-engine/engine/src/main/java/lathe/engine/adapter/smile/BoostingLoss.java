package lathe.engine.adapter.smile;

import java.util.Arrays;
import lathe.engine.learn.Target;
import lathe.scoring.form.Link;

/// What boosting descends: squared error, or log loss of two or more classes.
///
/// Raw sums stand sum by sum, shape k × n. Two classes have one sum, for class 1.
interface BoostingLoss {

    /// Where the raw sums start; its length is their number.
    double[] base();

    Link link();

    /// Prepares [#derive] for the raw sums as they are now.
    void observe(double[][] raw);

    /// Writes the direction of steepest descent and the curvature of one sum, each of shape n.
    void derive(int sum, double[] descent, double[] curvature);

    /// Mean loss over some rows; lower is better.
    double mean(double[][] raw, int[] rows);

    static BoostingLoss of(Target target, TargetScale scale) {
        return switch (target.task()) {
            case REGRESSION -> new Squares(scale);
            case BINARY -> new TwoClasses(target);
            case MULTICLASS -> new ManyClasses(target);
        };
    }

    /// Half the squared error; its mean is reported without the half.
    final class Squares implements BoostingLoss {
        private final double[] values;
        private final Link link;
        private double[] sums = {};

        Squares(TargetScale scale) {
            values = scale.values();
            link = scale.link();
        }

        @Override
        public double[] base() {
            return new double[] {TargetScale.mean(values)};
        }

        @Override
        public Link link() {
            return link;
        }

        @Override
        public void observe(double[][] raw) {
            sums = raw[0];
        }

        @Override
        public void derive(int sum, double[] descent, double[] curvature) {
            for (int row = 0; row < values.length; row++) {
                descent[row] = values[row] - sums[row];
            }
            Arrays.fill(curvature, 1);
        }

        @Override
        public double mean(double[][] raw, int[] rows) {
            double total = 0;
            for (int row : rows) {
                double error = values[row] - raw[0][row];
                total += error * error;
            }
            return total / rows.length;
        }
    }

    /// Log loss of class 1 against class 0.
    final class TwoClasses implements BoostingLoss {
        private final Target target;
        private double[] sums = {};

        TwoClasses(Target target) {
            this.target = target;
        }

        @Override
        public double[] base() {
            double share = shares(target)[1];
            return new double[] {Math.log(share / (1 - share))};
        }

        @Override
        public Link link() {
            return Link.LOGISTIC;
        }

        @Override
        public void observe(double[][] raw) {
            sums = raw[0];
        }

        @Override
        public void derive(int sum, double[] descent, double[] curvature) {
            for (int row = 0; row < descent.length; row++) {
                double p = 1 / (1 + Math.exp(-sums[row]));
                descent[row] = target.value(row) - p;
                curvature[row] = p * (1 - p);
            }
        }

        @Override
        public double mean(double[][] raw, int[] rows) {
            double total = 0;
            for (int row : rows) {
                double z = target.classIndex(row) == 1 ? raw[0][row] : -raw[0][row];
                total += z > 0 ? Math.log1p(Math.exp(-z)) : -z + Math.log1p(Math.exp(z));
            }
            return total / rows.length;
        }
    }

    /// Log loss over several classes. Curvature is taken k / (k − 1) fold, since the sums share one degree of freedom.
    final class ManyClasses implements BoostingLoss {
        private final Target target;
        private final double[][] probabilities;

        ManyClasses(Target target) {
            this.target = target;
            this.probabilities = new double[target.classCount()][target.rows()];
        }

        @Override
        public double[] base() {
            return Arrays.stream(shares(target)).map(Math::log).toArray();
        }

        @Override
        public Link link() {
            return Link.SOFTMAX;
        }

        @Override
        public void observe(double[][] raw) {
            int k = raw.length;
            for (int row = 0; row < target.rows(); row++) {
                double max = max(raw, row);
                double total = 0;
                for (int c = 0; c < k; c++) {
                    probabilities[c][row] = Math.exp(raw[c][row] - max);
                    total += probabilities[c][row];
                }
                for (int c = 0; c < k; c++) {
                    probabilities[c][row] /= total;
                }
            }
        }

        @Override
        public void derive(int sum, double[] descent, double[] curvature) {
            double k = target.classCount();
            for (int row = 0; row < descent.length; row++) {
                double p = probabilities[sum][row];
                descent[row] = (target.classIndex(row) == sum ? 1 : 0) - p;
                curvature[row] = p * (1 - p) * k / (k - 1);
            }
        }

        @Override
        public double mean(double[][] raw, int[] rows) {
            double total = 0;
            for (int row : rows) {
                double max = max(raw, row);
                double sum = 0;
                for (double[] one : raw) {
                    sum += Math.exp(one[row] - max);
                }
                total += max + Math.log(sum) - raw[target.classIndex(row)][row];
            }
            return total / rows.length;
        }

        private static double max(double[][] raw, int row) {
            double max = raw[0][row];
            for (double[] one : raw) {
                max = Math.max(max, one[row]);
            }
            return max;
        }
    }

    /// Class shares, none of them 0: a class may be absent from a fold.
    private static double[] shares(Target target) {
        double[] shares = new double[target.classCount()];
        Arrays.fill(shares, 0.5);
        for (int row = 0; row < target.rows(); row++) {
            shares[target.classIndex(row)]++;
        }
        double total = target.rows() + 0.5 * shares.length;
        return Arrays.stream(shares).map(share -> share / total).toArray();
    }
}
