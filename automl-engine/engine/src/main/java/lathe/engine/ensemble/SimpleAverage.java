package lathe.engine.ensemble;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;

/// The best trials with equal weights; as many as give the best mean.
public final class SimpleAverage implements EnsembleMethod {

    private static final int MOST_MEMBERS = 12;

    @Override
    public String id() {
        return "average";
    }

    @Override
    public Weights select(List<Candidate> candidates, Target truth, Metric metric, int positive, Seed seed, Deadline deadline) {
        Pool pool = Pool.of(candidates, truth, metric, positive);
        if (pool.isSingle() || deadline.passed()) {
            return Weights.single(pool.best().id());
        }
        List<Weights> offered = new ArrayList<>();
        for (int members = 2; members <= Math.min(MOST_MEMBERS, pool.candidates().size()); members++) {
            double share = 1.0 / members;
            offered.add(new Weights(pool.candidates().subList(0, members).stream()
                    .map(candidate -> new Weights.Share(candidate.id(), share)).toList()));
        }
        return pool.notWorse(offered, truth, metric, positive);
    }
}
