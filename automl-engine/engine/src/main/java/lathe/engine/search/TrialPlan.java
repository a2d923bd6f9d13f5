package lathe.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;

/// Which configuration trial number i is: first a fixed start order, then random draws.
///
/// The answer depends on the seed and i only, never on what other trials gave or when they ended, so a run of a fixed
/// number of trials can be repeated.
public final class TrialPlan {

    /// A configuration worth trying early: defaults with some values changed.
    ///
    /// @param generators ids of the generators that add features of several columns
    public record Start(String learner, Map<String, Object> changes, Set<String> generators) {
        public Start {
            changes = Map.copyOf(changes);
            generators = Set.copyOf(generators);
        }

        /// With features of one column each.
        public Start(String learner, Map<String, Object> changes) {
            this(learner, changes, Set.of());
        }
    }

    private final List<Learner> learners;
    private final List<Start> starts;
    private final Map<String, Double> shares;
    private final DataShape shape;
    private final Map<String, String> chosenSteps;
    private final Seed seed;

    /// @param learners    those that may be tried; others in the start order are passed over
    /// @param starts      the start order
    /// @param shares      how often each learner is drawn afterwards, any positive scale; unnamed ones never
    /// @param chosenSteps step id by column, where a person has chosen
    public TrialPlan(List<Learner> learners, List<Start> starts, Map<String, Double> shares, DataShape shape,
            Map<String, String> chosenSteps, Seed seed) {
        this.learners = List.copyOf(learners);
        this.starts = starts.stream().filter(start -> learners.stream().anyMatch(l -> l.id().equals(start.learner()))).toList();
        this.shares = Map.copyOf(shares);
        this.shape = shape;
        this.chosenSteps = Map.copyOf(chosenSteps);
        this.seed = seed;
    }

    /// Trials before random draws begin.
    public int starts() {
        return starts.size();
    }

    /// @param number from 1
    public Trial trial(int number) {
        Seed own = seed.child("trial", number);
        if (number <= starts.size()) {
            Start start = starts.get(number - 1);
            Learner learner = learner(start.learner());
            return trial(number, learner, learner.space(shape).with(start.changes()), start.generators(), own);
        }
        RandomGenerator random = own.child("draw", 0).random();
        Learner learner = draw(random);
        return trial(number, learner, learner.space(shape).draw(random), Set.of(), own);
    }

    private Trial trial(int number, Learner learner, Hyperparameters hyperparameters, Set<String> generators, Seed own) {
        return new Trial(number, learner.id(), hyperparameters, new Recipe(learner.preparation(), chosenSteps, generators), own);
    }

    private Learner draw(RandomGenerator random) {
        List<Learner> drawn = new ArrayList<>();
        double sum = 0;
        for (Learner learner : learners) {
            if (shares.containsKey(learner.id()) && learner.refusal(shape).isEmpty()) {
                drawn.add(learner);
                sum += shares.getOrDefault(learner.id(), 0.0);
            }
        }
        if (drawn.isEmpty()) {
            return learners.getFirst();
        }
        double at = random.nextDouble() * sum;
        for (Learner learner : drawn) {
            at -= shares.getOrDefault(learner.id(), 0.0);
            if (at < 0) {
                return learner;
            }
        }
        return drawn.getLast();
    }

    /// @throws IllegalArgumentException if there is no such learner
    public Learner learner(String id) {
        return learners.stream().filter(known -> known.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no learner '%s'".formatted(id)));
    }
}
