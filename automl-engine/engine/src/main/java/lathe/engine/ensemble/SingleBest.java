package lathe.engine.ensemble;

import java.util.List;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;

/// The best trial alone: the smallest model to hand over.
public final class SingleBest implements EnsembleMethod {

    @Override
    public String id() {
        return "single";
    }

    @Override
    public Weights select(List<Candidate> candidates, Target truth, Metric metric, int positive, Seed seed, Deadline deadline) {
        return Weights.single(Pool.of(candidates, truth, metric, positive).best().id());
    }
}
