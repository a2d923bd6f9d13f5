package lathe.engine.evaluate;

import java.util.Arrays;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// A metric of two classes that needs only the order of the probabilities, equal ones together.
abstract class RankingMetric implements Metric {

    /// Adds up while the threshold falls from the highest probability to the lowest.
    abstract static class Sweep {

        /// @param positives weight of the rows of the positive class with exactly this probability
        /// @param negatives weight of the rows of the other class with exactly this probability
        abstract void step(double positives, double negatives);

        /// @param positives weight of all rows of the positive class, above 0
        /// @param negatives weight of all rows of the other class, above 0
        abstract double result(double positives, double negatives);
    }

    abstract Sweep sweep();

    @Override
    public final Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public final boolean supports(Task task) {
        return task == Task.BINARY;
    }

    @Override
    public final double best() {
        return 1;
    }

    @Override
    public final double worst() {
        return 0;
    }

    // Two plain sorts and a merge: an ensemble asks for this thousands of times.
    @Override
    public final double compute(Target truth, Predictions predictions, int positive) {
        Shapes.require(this, truth, predictions, positive);
        if (truth.isWeighted()) {
            int[] once = new int[truth.rows()];
            Arrays.fill(once, 1);
            return compute(Ranking.of(truth, predictions, positive), truth, once);
        }
        double[] positives = sorted(truth, predictions, positive, true);
        double[] negatives = sorted(truth, predictions, positive, false);
        if (positives.length == 0 || negatives.length == 0
                || Double.isNaN(positives[positives.length - 1]) || Double.isNaN(negatives[negatives.length - 1])) {
            return Double.NaN;
        }
        Sweep sweep = sweep();
        int p = positives.length - 1;
        int q = negatives.length - 1;
        while (p >= 0 || q >= 0) {
            double threshold = Math.max(p >= 0 ? positives[p] : Double.NEGATIVE_INFINITY,
                    q >= 0 ? negatives[q] : Double.NEGATIVE_INFINITY);
            int beforeP = p;
            int beforeQ = q;
            while (p >= 0 && positives[p] >= threshold) {
                p--;
            }
            while (q >= 0 && negatives[q] >= threshold) {
                q--;
            }
            sweep.step(beforeP - p, beforeQ - q);
        }
        return sweep.result(positives.length, negatives.length);
    }

    private static double[] sorted(Target truth, Predictions predictions, int positive, boolean wanted) {
        double[] values = new double[truth.rows()];
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (truth.classIndex(row) == positive == wanted) {
                values[count++] = predictions.at(row, positive);
            }
        }
        double[] kept = Arrays.copyOf(values, count);
        Arrays.sort(kept);
        return kept;
    }

    @Override
    public final Counted counted(Target truth, Predictions predictions, int positive) {
        Shapes.require(this, truth, predictions, positive);
        Ranking ranking = Ranking.of(truth, predictions, positive);
        return counts -> compute(ranking, truth, counts);
    }

    private double compute(Ranking ranking, Target truth, int[] counts) {
        if (ranking.hasNaN()) {
            return Double.NaN;
        }
        Sweep sweep = sweep();
        double allPositives = 0;
        double allNegatives = 0;
        int place = 0;
        while (place < ranking.rows()) {
            double positives = 0;
            double negatives = 0;
            boolean tied = true;
            while (tied) {
                int row = ranking.row(place);
                double count = counts[row] * truth.weight(row);
                if (ranking.isPositive(place)) {
                    positives += count;
                } else {
                    negatives += count;
                }
                place++;
                tied = place < ranking.rows() && ranking.tiedWithPrevious(place);
            }
            if (positives + negatives > 0) {
                sweep.step(positives, negatives);
            }
            allPositives += positives;
            allNegatives += negatives;
        }
        return allPositives == 0 || allNegatives == 0 ? Double.NaN : sweep.result(allPositives, allNegatives);
    }
}
