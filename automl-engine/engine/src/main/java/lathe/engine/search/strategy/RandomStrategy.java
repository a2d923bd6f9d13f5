package lathe.engine.search.strategy;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lathe.engine.learn.Learner;
import lathe.engine.search.Ground;
import lathe.engine.search.Known;
import lathe.engine.search.Strategy;

/// Draws everything by lot. Source: J. Bergstra, Y. Bengio, "Random Search for Hyper-Parameter Optimization" (2012).
public final class RandomStrategy implements Strategy {

    @Override
    public String id() {
        return "random";
    }

    @Override
    public String description() {
        return "Random draws from the ranges of all learners.";
    }

    @Override
    public boolean beginsWithStarts() {
        return false;
    }

    @Override
    public Optional<Proposal> next(Ground ground, RandomGenerator random) {
        return Optional.of(draw(ground, random));
    }

    static Proposal draw(Ground ground, RandomGenerator random) {
        Learner learner = ground.draw(random);
        return new Proposal(learner, ground.space(learner).draw(random));
    }

    @Override
    public Optional<String> givesUp(String learner, List<Double> losses, List<Known> known) {
        return Optional.empty();
    }
}
