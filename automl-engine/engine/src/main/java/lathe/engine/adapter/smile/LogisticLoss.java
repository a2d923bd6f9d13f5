package lathe.engine.adapter.smile;

import java.util.Arrays;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Target;
import smile.util.function.DifferentiableMultivariateFunction;

/// Negative log-likelihood of the classes plus lambda / 2 times the squared weights; biases are free.
///
/// Parameters are sum by sum: p weights, then the bias. Two classes have one sum (for class 1), more have one for each
/// class. The best parameters seen are kept, so that a fit that is stopped has an answer.
final class LogisticLoss implements DifferentiableMultivariateFunction {

    /// Ends the minimiser from inside; it offers no other way.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    private final SparseColumns columns;
    private final Target target;
    private final int[] classes;
    private final int sums;
    private final double lambda;
    private final FitContext context;
    private final double[][] raw;
    private double[] best;
    private double least = Double.POSITIVE_INFINITY;

    LogisticLoss(SparseColumns columns, Target target, double lambda, FitContext context) {
        int k = target.classCount();
        this.columns = columns;
        this.target = target;
        this.classes = target.toClassArray();
        this.sums = k == 2 ? 1 : k;
        this.lambda = lambda;
        this.context = context;
        this.raw = new double[sums][classes.length];
        this.best = start(k);
    }

    /// No weights, and the biases that give the classes' shares.
    private double[] start(int k) {
        double[] counts = new double[k];
        for (int row = 0; row < classes.length; row++) {
            counts[classes[row]] += target.weight(row);
        }
        double[] parameters = new double[sums * (columns.width() + 1)];
        for (int sum = 0; sum < sums; sum++) {
            double against = sums == 1 ? counts[0] : target.totalWeight();
            double count = sums == 1 ? counts[1] : counts[sum];
            parameters[biasAt(sum)] = Math.log((count + 0.5) / (against + 0.5));
        }
        return parameters;
    }

    private int biasAt(int sum) {
        return sum * (columns.width() + 1) + columns.width();
    }

    double[] best() {
        return best.clone();
    }

    int sums() {
        return sums;
    }

    @Override
    public double f(double[] parameters) {
        if (context.mustStop() && least < Double.POSITIVE_INFINITY) {
            throw new Stopped();
        }
        computeRaw(parameters);
        double loss = penalty(parameters);
        for (int row = 0; row < classes.length; row++) {
            loss += target.weight(row) * (sums == 1 ? binaryLoss(row) : multiclassLoss(row));
        }
        if (loss < least) {
            least = loss;
            best = parameters.clone();
        }
        return loss;
    }

    @Override
    public double g(double[] parameters, double[] gradient) {
        double loss = f(parameters);
        for (int row = 0; row < classes.length; row++) {
            turnToErrors(row);
        }
        int p = columns.width();
        for (int sum = 0; sum < sums; sum++) {
            int start = sum * (p + 1);
            for (int j = 0; j < p; j++) {
                gradient[start + j] = columns.dot(j, raw[sum]) + lambda * parameters[start + j];
            }
            double error = 0;
            for (double e : raw[sum]) {
                error += e;
            }
            gradient[biasAt(sum)] = error;
        }
        return loss;
    }

    private void computeRaw(double[] parameters) {
        for (int sum = 0; sum < sums; sum++) {
            Arrays.fill(raw[sum], parameters[biasAt(sum)]);
            for (int j = 0; j < columns.width(); j++) {
                columns.addTo(raw[sum], j, parameters[sum * (columns.width() + 1) + j]);
            }
        }
    }

    private double penalty(double[] parameters) {
        double squares = 0;
        for (int i = 0; i < parameters.length; i++) {
            boolean bias = (i + 1) % (columns.width() + 1) == 0;
            squares += bias ? 0 : parameters[i] * parameters[i];
        }
        return lambda / 2 * squares;
    }

    private double binaryLoss(int row) {
        double z = classes[row] == 1 ? raw[0][row] : -raw[0][row];
        return z > 0 ? Math.log1p(Math.exp(-z)) : -z + Math.log1p(Math.exp(z));
    }

    private double multiclassLoss(int row) {
        double max = max(row);
        double total = 0;
        for (double[] sum : raw) {
            total += Math.exp(sum[row] - max);
        }
        return max + Math.log(total) - raw[classes[row]][row];
    }

    private double max(int row) {
        double max = raw[0][row];
        for (double[] sum : raw) {
            max = Math.max(max, sum[row]);
        }
        return max;
    }

    /// Replaces a row's sums by probability minus truth, times its weight.
    private void turnToErrors(int row) {
        if (sums == 1) {
            raw[0][row] = target.weight(row) * (1 / (1 + Math.exp(-raw[0][row])) - (classes[row] == 1 ? 1 : 0));
            return;
        }
        double max = max(row);
        double total = 0;
        for (double[] sum : raw) {
            sum[row] = Math.exp(sum[row] - max);
            total += sum[row];
        }
        for (int c = 0; c < sums; c++) {
            raw[c][row] = target.weight(row) * (raw[c][row] / total - (classes[row] == c ? 1 : 0));
        }
    }
}
