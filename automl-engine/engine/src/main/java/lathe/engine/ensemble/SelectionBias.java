package lathe.engine.ensemble;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;

/// How much better a choice looks on the rows it was made on than on others.
///
/// The choice is made again on bootstraps of the rows and judged on the rows that were not drawn. What a blend that stays the
/// same gains or loses between the two is chance alone and is taken off. Rows drawn twice make choosing a little easier to
/// overdo, so the bias comes out rather too large than too small. Source: I. Tsamardinos, E. Greasidou, G. Borboudakis,
/// "Bootstrapping the out-of-sample predictions for efficient and accurate cross-validation" (2018).
public final class SelectionBias {

    private static final int BOOTSTRAPS = 16;
    private static final int LEAST_BOOTSTRAPS = 3;
    private static final int MOST_CANDIDATES = 16;
    private static final int LEAST_ROWS = 30;

    private final EnsembleMethod method;
    private final Metric metric;
    private final int positive;
    private final Seed seed;

    /// @param positive index of the positive class for binary tasks, otherwise −1
    public SelectionBias(EnsembleMethod method, Metric metric, int positive, Seed seed) {
        this.method = method;
        this.metric = metric;
        this.positive = positive;
        this.seed = seed;
    }

    /// @param chosen   what was chosen on all rows
    /// @param deadline ends it early
    /// @return in the unit of the metric, at least 0; 0 too where rows or time are too few to tell
    public double of(List<Candidate> candidates, Weights chosen, Target truth, Deadline deadline) {
        if (candidates.size() < 2 || truth.rows() < LEAST_ROWS) {
            return 0;
        }
        List<Candidate> best = best(candidates, chosen, truth);
        Predictions fixed = chosen.blend(candidates);
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < BOOTSTRAPS && !deadline.passed(); i++) {
            Draw draw = Draw.of(truth.rows(), seed.child("draw", i).random());
            List<Candidate> seen = best.stream().map(each -> new Candidate(each.id(), each.outOfFold().select(draw.in()))).toList();
            Weights weights = method.select(seen, truth.select(draw.in()), metric, positive, seed.child("select", i), deadline);
            double gap = gap(weights.blend(best), truth, draw) - gap(fixed, truth, draw);
            if (Double.isFinite(gap) && !deadline.passed()) {
                sum += gap;
                counted++;
            }
        }
        return counted < LEAST_BOOTSTRAPS ? 0 : Math.max(0, sum / counted);
    }

    // Those further down are hardly ever chosen, and each costs time.
    private List<Candidate> best(List<Candidate> candidates, Weights chosen, Target truth) {
        double sign = metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? -1 : 1;
        return candidates.stream().sorted(Comparator.comparing((Candidate each) -> chosen.of(each.id()) == 0)
                .thenComparingDouble(each -> sign * metric.compute(truth, each.outOfFold(), positive)))
                .limit(MOST_CANDIDATES).toList();
    }

    // How much better the rows drawn look than the others.
    private double gap(Predictions blend, Target truth, Draw draw) {
        double in = metric.compute(truth.select(draw.in()), blend.select(draw.in()), positive);
        double out = metric.compute(truth.select(draw.out()), blend.select(draw.out()), positive);
        return metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? in - out : out - in;
    }

    /// @param in  rows drawn with replacement
    /// @param out rows that were not drawn
    private record Draw(int[] in, int[] out) {
        static Draw of(int rows, RandomGenerator random) {
            int[] in = random.ints(rows, 0, rows).toArray();
            boolean[] drawn = new boolean[rows];
            for (int row : in) {
                drawn[row] = true;
            }
            return new Draw(in, IntStream.range(0, rows).filter(row -> !drawn[row]).toArray());
        }
    }
}
