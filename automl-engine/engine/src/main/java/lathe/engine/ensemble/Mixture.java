package lathe.engine.ensemble;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.scoring.Predictions;

/// Greedy search for the best equal mixture of picks on one set of rows. The sum of the picks so far is kept, so trying
/// one more costs one evaluation of the metric.
final class Mixture {

    private final List<Candidate> pool;
    private final Target truth;
    private final Metric metric;
    private final int positive;
    private final int width;
    private final double[] sum;
    private final double[] trial;

    Mixture(List<Candidate> pool, Target truth, Metric metric, int positive) {
        this.pool = pool;
        this.truth = truth;
        this.metric = metric;
        this.positive = positive;
        this.width = truth.outputs();
        this.sum = new double[truth.rows() * width];
        this.trial = new double[sum.length];
    }

    /// How often each of the pool was picked, up to the best number of picks; all 0 if no value was defined in time.
    int[] pick(int mostPicks, Deadline deadline) {
        int[] picks = new int[pool.size()];
        List<Integer> order = new ArrayList<>();
        double best = Double.NaN;
        int bestLength = 0;
        while (order.size() < mostPicks && !deadline.passed()) {
            double[] values = values(order.size() + 1, deadline);
            int next = choose(values, picks);
            if (next < 0) {
                break;
            }
            picks[next]++;
            order.add(next);
            add(next);
            if (metric.better(values[next], best)) {
                best = values[next];
                bestLength = order.size();
            }
        }
        for (int i = bestLength; i < order.size(); i++) {
            picks[order.get(i)]--;
        }
        return picks;
    }

    // Value of the mixture with one more pick, for each candidate; NaN for those the deadline left no time for.
    private double[] values(int size, Deadline deadline) {
        double[] values = new double[pool.size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = deadline.passed() ? Double.NaN : value(c, size);
        }
        return values;
    }

    private double value(int candidate, int size) {
        double[] added = pool.get(candidate).outOfFold().values();
        for (int i = 0; i < trial.length; i++) {
            trial[i] = (sum[i] + added[i]) / size;
        }
        return sixDigits(metric.compute(truth, new Predictions(width, trial), positive));
    }

    // The best value; among equals one that is a member already, so that ensembles stay small.
    private int choose(double[] values, int[] picks) {
        int best = -1;
        for (int c = 0; c < values.length; c++) {
            if (Double.isNaN(values[c])) {
                continue;
            }
            boolean equal = best >= 0 && values[c] == values[best];
            if (best < 0 || metric.better(values[c], values[best])
                    || equal && picks[c] > 0 && picks[best] == 0) {
                best = c;
            }
        }
        return best;
    }

    private void add(int candidate) {
        double[] added = pool.get(candidate).outOfFold().values();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += added[i];
        }
    }

    /// Rounds to six significant digits: what differs less is a tie.
    static double sixDigits(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 5);
        return unit == 0 ? value : Math.rint(value / unit) * unit;
    }
}
