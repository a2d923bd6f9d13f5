package lathe.engine.search.strategy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.prepare.Recipe;
import lathe.engine.search.Ground;
import lathe.engine.search.Known;
import lathe.engine.search.Strategy;

/// The start order, then small changes of what was best, with random draws in between.
///
/// A trial is given up when its folds so far are on average worse than the worst fold of the best trial of the same
/// learner; the rule is kept within a learner so that an ensemble still finds members of different kinds. Sources: hill
/// climbing as in mljar-supervised and FLAML (C. Wang et al., arXiv 1911.04706); giving up within cross-validation: E. Bergman
/// et al., "Don't Waste Your Time: Early Stopping Cross-Validation" (arXiv 2405.03389).
public final class PortfolioStrategy implements Strategy {

    private static final double BY_LOT = 0.25;
    private static final double FROM_THE_BEST = 0.7;
    private static final int PARENTS = 5;

    @Override
    public String id() {
        return "portfolio";
    }

    @Override
    public String description() {
        return "Settings known to be good, then small changes of the best ones.";
    }

    @Override
    public boolean beginsWithStarts() {
        return true;
    }

    @Override
    public Optional<Proposal> next(Ground ground, RandomGenerator random) {
        List<Known> best = ground.best();
        if (best.isEmpty() || random.nextDouble() < BY_LOT) {
            return Optional.of(RandomStrategy.draw(ground, random));
        }
        Known parent = random.nextDouble() < FROM_THE_BEST
                ? best.get(random.nextInt(Math.min(PARENTS, best.size())))
                : bestOf(ground.draw(random), best);
        Learner learner = ground.learner(parent.trial().learner());
        Hyperparameters changed = Cube.of(ground.space(learner)).near(parent.trial().hyperparameters(), random);
        return Optional.of(new Proposal(learner, changed, parent.trial().recipe().without(Recipe.DISTILLED).generators()));
    }

    private static Known bestOf(Learner learner, List<Known> best) {
        return best.stream().filter(each -> each.trial().learner().equals(learner.id())).findFirst().orElse(best.getFirst());
    }

    @Override
    public Optional<String> givesUp(String learner, List<Double> losses, List<Known> known) {
        Optional<Known> leader = known.stream().filter(Known::isScored)
                .filter(each -> each.trial().learner().equals(learner)).min((a, b) -> Double.compare(a.loss(), b.loss()));
        if (leader.isEmpty()) {
            return Optional.empty();
        }
        double worst = leader.get().losses().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        double mean = losses.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        return mean > worst ? Optional.of(String.format(Locale.ROOT, "after %d of %d folds it was behind the worst fold of %s",
                losses.size(), leader.get().losses().size(), leader.get().trial().name())) : Optional.empty();
    }
}
