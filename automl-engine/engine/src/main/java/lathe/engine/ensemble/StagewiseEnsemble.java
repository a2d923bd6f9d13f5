package lathe.engine.ensemble;

import java.util.List;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;

/// Boosting over trials: again and again a tenth of the blend gives way to the trial that mends most of what is left wrong.
///
/// Source: J. H. Friedman, "Greedy Function Approximation" (2001) with trials in place of trees; with weights that always sum
/// to 1 it is the method of M. Frank and P. Wolfe (1956).
public final class StagewiseEnsemble implements EnsembleMethod {

    private static final double STEP = 0.1;
    private static final int MOST_STEPS = 60;
    private static final double LEAST_WEIGHT = 0.02;

    @Override
    public String id() {
        return "stagewise";
    }

    @Override
    public Weights select(List<Candidate> candidates, Target truth, Metric metric, int positive, Seed seed, Deadline deadline) {
        Pool pool = Pool.of(candidates, truth, metric, positive);
        if (pool.isSingle()) {
            return Weights.single(pool.best().id());
        }
        double[] weights = new double[pool.candidates().size()];
        weights[0] = 1;
        double[] blend = pool.best().outOfFold().values().clone();
        double value = pool.bestValue();
        for (int step = 0; step < MOST_STEPS && !deadline.passed(); step++) {
            int next = -1;
            for (int i = 0; i < weights.length; i++) {
                double own = metric.compute(truth, moved(pool, blend, i), positive);
                if (metric.better(own, value)) {
                    value = own;
                    next = i;
                }
            }
            if (next < 0) {
                break;
            }
            blend = moved(pool, blend, next).values();
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (1 - STEP) * weights[i] + (i == next ? STEP : 0);
            }
        }
        return pool.notWorse(List.of(pool.weights(weights, 0), pool.weights(weights, LEAST_WEIGHT)), truth, metric, positive);
    }

    private static Predictions moved(Pool pool, double[] blend, int towards) {
        Predictions goal = pool.candidates().get(towards).outOfFold();
        double[] values = goal.values();
        double[] moved = new double[blend.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (1 - STEP) * blend[i] + STEP * values[i];
        }
        return new Predictions(goal.width(), moved);
    }
}
