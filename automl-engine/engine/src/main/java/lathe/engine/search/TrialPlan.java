package lathe.engine.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.ColumnWishes;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;

/// Which configuration trial number i is: first a fixed start order, then what a [Strategy] says.
///
/// The answer depends on the seed, i and the outcomes of trials up to i − [#LAG] only, never on when they ended, so a run of a
/// fixed number of trials can be repeated.
public final class TrialPlan {

    /// So many trials before one are not looked at when it is decided: they may still be under way.
    static final int LAG = 8;

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
    private final Strategy strategy;
    private final DataShape shape;
    private final ColumnWishes wishes;
    private final Seed seed;

    /// @param learners    those that may be tried; others in the start order are passed over
    /// @param starts      the start order
    /// @param shares      how often each learner is drawn afterwards, any positive scale; unnamed ones never
    /// @param wishes      what a person wants of columns
    public TrialPlan(List<Learner> learners, List<Start> starts, Map<String, Double> shares, Strategy strategy, DataShape shape,
            ColumnWishes wishes, Seed seed) {
        this.learners = List.copyOf(learners);
        this.starts = starts.stream().filter(start -> learners.stream().anyMatch(l -> l.id().equals(start.learner())))
                .filter(start -> strategy.beginsWithStarts() || isFeatureless(start.learner())).toList();
        this.shares = Map.copyOf(shares);
        this.strategy = strategy;
        this.shape = shape;
        this.wishes = wishes;
        this.seed = seed;
    }

    private boolean isFeatureless(String id) {
        return learner(id).preparation() == Preparation.NONE;
    }

    /// Trials before the strategy is asked.
    public int starts() {
        return starts.size();
    }

    Strategy strategy() {
        return strategy;
    }

    /// The last trial whose outcome counts for trial `number`.
    static int lastKnown(int number) {
        return number - LAG;
    }

    /// @param number from 1
    /// @param known  trials that have ended, up to [#lastKnown]
    /// @return nothing if everything has been tried
    public Optional<Trial> trial(int number, List<Known> known) {
        Seed own = seed.child("trial", number);
        if (number <= starts.size()) {
            Start start = starts.get(number - 1);
            Learner learner = learner(start.learner());
            return Optional.of(trial(number, learner, learner.space(shape).with(start.changes()), start.generators(), own));
        }
        List<Learner> able = learners.stream().filter(each -> each.refusal(shape).isEmpty())
                .filter(each -> each.preparation() != Preparation.NONE).toList();
        if (able.isEmpty()) {
            return Optional.empty();
        }
        Ground ground = new Ground(number - starts.size(), able, shares, shape, known);
        return strategy.next(ground, own.child("draw", 0).random())
                .map(proposal -> trial(number, proposal.learner(), proposal.hyperparameters(), proposal.generators(),
                        own));
    }

    private Trial trial(int number, Learner learner, Hyperparameters hyperparameters, Set<String> generators, Seed own) {
        return new Trial(number, learner.id(), hyperparameters, new Recipe(learner.preparation(), wishes.steps(), generators, wishes.directions()), own);
    }

    /// @throws IllegalArgumentException if there is no such learner
    public Learner learner(String id) {
        return learners.stream().filter(known -> known.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no learner '%s'".formatted(id)));
    }
}
