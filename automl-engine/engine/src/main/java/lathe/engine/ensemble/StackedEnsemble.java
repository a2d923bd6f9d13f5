package lathe.engine.ensemble;

import java.util.Arrays;
import java.util.List;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;

/// Stacking: weights, none negative, that give the least log loss or squared error of the blend on the out-of-fold rows.
///
/// The loss is convex in the weights, so that multiplying each with the exponential of its slope comes to the least one.
/// Sources: L. Breiman, "Stacked Regressions" (1996), for why none may be negative; J. Kivinen, M. Warmuth, "Exponentiated
/// Gradient" (1997).
public final class StackedEnsemble implements EnsembleMethod {

    private static final int STEPS = 200;
    private static final double RATE = 0.5;
    private static final double LEAST_PROBABILITY = 1e-12;
    private static final double LEAST_WEIGHT = 0.02;

    @Override
    public String id() {
        return "stacking";
    }

    @Override
    public Weights select(List<Candidate> candidates, Target truth, Metric metric, int positive, Seed seed, Deadline deadline) {
        Pool pool = Pool.of(candidates, truth, metric, positive);
        if (pool.isSingle() || deadline.passed()) {
            return Weights.single(pool.best().id());
        }
        double[][] answers = pool.candidates().stream().map(candidate -> ofTruth(candidate, truth)).toArray(double[][]::new);
        double[] weights = new double[answers.length];
        Arrays.fill(weights, 1.0 / weights.length);
        for (int step = 0; step < STEPS && !deadline.passed(); step++) {
            follow(weights, slopes(answers, weights, truth), RATE);
        }
        return pool.notWorse(List.of(pool.weights(weights, LEAST_WEIGHT / 10), pool.weights(weights, LEAST_WEIGHT)), truth, metric,
                positive);
    }

    // All that the loss asks for: the probability of the true class, or the value.
    private static double[] ofTruth(Candidate candidate, Target truth) {
        double[] answers = new double[truth.rows()];
        for (int row = 0; row < answers.length; row++) {
            answers[row] = candidate.outOfFold().at(row, truth.task().isClassification() ? truth.classIndex(row) : 0);
        }
        return answers;
    }

    private static double[] slopes(double[][] answers, double[] weights, Target truth) {
        double[] blend = new double[truth.rows()];
        for (int member = 0; member < weights.length; member++) {
            for (int row = 0; row < blend.length; row++) {
                blend[row] += weights[member] * answers[member][row];
            }
        }
        for (int row = 0; row < blend.length; row++) {
            blend[row] = truth.task().isClassification() ? -1 / Math.max(LEAST_PROBABILITY, blend[row])
                    : blend[row] - truth.value(row);
            blend[row] *= truth.weight(row);
        }
        double[] slopes = new double[weights.length];
        for (int member = 0; member < weights.length; member++) {
            for (int row = 0; row < blend.length; row++) {
                slopes[member] += blend[row] * answers[member][row];
            }
        }
        return slopes;
    }

    // Steps are measured by the spread of the slopes, so that the unit of the target does not matter.
    private static void follow(double[] weights, double[] slopes, double rate) {
        double least = Arrays.stream(slopes).min().orElse(0);
        double spread = Arrays.stream(slopes).max().orElse(0) - least;
        if (spread <= 0) {
            return;
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= Math.exp(-rate * (slopes[i] - least) / spread);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }
}
