package lathe.engine.search.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.search.Ground;
import lathe.engine.search.Known;
import lathe.engine.search.Strategy;

/// Draws a learner, then the hyperparameters of which a model of the past trials of that learner promises most:
/// sequential model-based optimisation with trees as the model and their lower bound as the promise.
///
/// Sources: F. Hutter, H. Hoos, K. Leyton-Brown, "Sequential Model-Based Optimization for General Algorithm Configuration"
/// (SMAC, 2011); N. Srinivas et al., "Gaussian Process Optimization in the Bandit Setting" (2010) for the bound. A fifth of
/// the proposals stays random, as in SMAC3, and none may cost more than twice what the best ones do.
public final class BayesianStrategy implements Strategy {

    private static final double BY_LOT = 0.2;
    private static final int LEAST_KNOWN = 6;
    private static final int CANDIDATES = 400;
    private static final int PARENTS = 3;
    private static final double DEARER = 2;

    @Override
    public String id() {
        return "bayesian";
    }

    @Override
    public String description() {
        return "A model of the past trials proposes what promises most.";
    }

    @Override
    public boolean beginsWithStarts() {
        return false;
    }

    @Override
    public Optional<Proposal> next(Ground ground, RandomGenerator random) {
        Learner learner = ground.draw(random);
        List<Known> own = ground.best().stream().filter(each -> each.trial().learner().equals(learner.id())).toList();
        if (own.size() < LEAST_KNOWN || random.nextDouble() < BY_LOT) {
            return Optional.of(new Proposal(learner, ground.space(learner).draw(random)));
        }
        return Optional.of(new Proposal(learner, mostPromising(ground, learner, own, random)));
    }

    private static Hyperparameters mostPromising(Ground ground, Learner learner, List<Known> own, RandomGenerator random) {
        Cube cube = Cube.of(ground.space(learner));
        Surrogate surrogate = Surrogate.fit(own.stream().map(each -> cube.point(each.trial().hyperparameters())).toList(),
                own.stream().mapToDouble(Known::loss).toArray(), random.nextLong());
        List<Hyperparameters> parents = own.stream().limit(PARENTS).map(each -> each.trial().hyperparameters()).toList();
        double dearest = DEARER * parents.stream().mapToDouble(each -> learner.expectedSeconds(ground.shape(), each))
                .max().orElse(Double.POSITIVE_INFINITY);
        List<Hyperparameters> candidates = new ArrayList<>();
        for (int i = 0; i < CANDIDATES; i++) {
            Hyperparameters candidate = i % 2 == 0 ? cube.space().draw(random)
                    : cube.near(parents.get(random.nextInt(parents.size())), random);
            if (learner.expectedSeconds(ground.shape(), candidate) <= dearest) {
                candidates.add(candidate);
            }
        }
        double[] bounds = surrogate.lowerBounds(candidates.stream().map(cube::point).toList());
        int best = IntStream.range(0, bounds.length).boxed().min(Comparator.comparingDouble(i -> bounds[i])).orElse(-1);
        return best < 0 ? cube.near(parents.getFirst(), random) : candidates.get(best);
    }

    @Override
    public Optional<String> givesUp(String learner, List<Double> losses, List<Known> known) {
        return Optional.empty();
    }
}
