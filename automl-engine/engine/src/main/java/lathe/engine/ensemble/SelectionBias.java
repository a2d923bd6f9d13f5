package lathe.engine.ensemble;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import lathe.engine.evaluate.FoldMaker;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;

/// How much better a choice looks on the rows it was made on than on others.
///
/// The rows are divided into parts, and for each part the choice is made again on all the others. So every row is answered by a blend
/// that was chosen without it, and what those answers are worth less than those of the one blend chosen on all rows is the bias. It is
/// cross-validation of the choice alone: no model is learnt again. Bootstraps, which keep two thirds of the rows for each choice, tell too
/// much (see docs/benchmarks.md). Cost: one choice for each part.
public final class SelectionBias {

    private static final int PARTS = 16;
    private static final int LEAST_PARTS = 4;   // where time is short
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
    /// @param groups   key of each row; rows with equal keys are of one part
    /// @param deadline ends it early
    /// @return in the unit of the metric, at least 0; 0 too where rows or time are too few to tell
    public double of(List<Candidate> candidates, Weights chosen, Target truth, long[] groups, Deadline deadline) {
        if (candidates.size() < 2 || truth.rows() < LEAST_ROWS || LongStream.of(groups).distinct().count() < LEAST_ROWS) {
            return 0;
        }
        List<Candidate> best = best(candidates, chosen, truth);
        FoldPlan parts = FoldMaker.folds(truth, PARTS, groups, seed.child("parts", 0));
        Predictions seen = chosen.blend(candidates);
        double[] unseen = seen.values().clone();
        int answered = 0;
        while (answered < parts.count()) {
            Weights weights = chosenWithout(parts.train(answered), best, truth, answered, deadline);
            if (deadline.passed()) {
                break;
            }
            int[] rows = parts.validation(answered);
            double[] own = weights.blend(of(best, rows)).values();
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(own, i * seen.width(), unseen, rows[i] * seen.width(), seen.width());
            }
            answered++;
        }
        int most = answered;
        int[] judged = Arrays.stream(parts.validated()).filter(row -> parts.foldOf(row) < most).toArray();
        double bias = answered < Math.min(LEAST_PARTS, parts.count()) ? 0
                : loss(new Predictions(seen.width(), unseen), truth, judged) - loss(seen, truth, judged);
        return Double.isFinite(bias) ? Math.max(0, bias) : 0;
    }

    private Weights chosenWithout(int[] rows, List<Candidate> best, Target truth, int part, Deadline deadline) {
        return method.select(of(best, rows), truth.select(rows), metric, positive, seed.child("select", part), deadline);
    }

    private static List<Candidate> of(List<Candidate> candidates, int[] rows) {
        return candidates.stream().map(each -> new Candidate(each.id(), each.outOfFold().select(rows))).toList();
    }

    // Those further down are hardly ever chosen, and each costs time.
    private List<Candidate> best(List<Candidate> candidates, Weights chosen, Target truth) {
        return candidates.stream().sorted(Comparator.comparing((Candidate each) -> chosen.of(each.id()) == 0)
                .thenComparingDouble(each -> sign() * metric.compute(truth, each.outOfFold(), positive)))
                .limit(MOST_CANDIDATES).toList();
    }

    private double loss(Predictions blend, Target truth, int[] rows) {
        return sign() * metric.compute(truth.select(rows), blend.select(rows), positive);
    }

    private double sign() {
        return metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? -1 : 1;
    }
}
