package lathe.engine.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;

/// Decides what is tried after the start order, and whether a trial is worth its remaining folds.
///
/// One strategy is one file: implement this interface and add the class to `builtin.Strategies`; `StrategyContractTest`
/// then tries it. Implementations hold no state: equal ground and lot give an equal answer, so that a run of a fixed number
/// of trials can be repeated.
public interface Strategy {

    /// What to try.
    ///
    /// @param generators ids of the generators that add features of several columns
    record Proposal(Learner learner, Hyperparameters hyperparameters, Set<String> generators) {
        public Proposal {
            generators = Set.copyOf(generators);
        }

        /// With features of one column each.
        public Proposal(Learner learner, Hyperparameters hyperparameters) {
            this(learner, hyperparameters, Set.of());
        }
    }

    /// Stable lower-case id, written to project and run files.
    String id();

    /// One sentence for the person who chooses.
    String description();

    /// Whether the start order comes first; otherwise only the baseline does.
    boolean beginsWithStarts();

    /// @param random different for each trial
    /// @return nothing if everything it would try has been tried
    Optional<Proposal> next(Ground ground, RandomGenerator random);

    /// Asked after each fold of a trial but the last.
    ///
    /// @param learner id
    /// @param losses  of its folds so far; at least one, all finite
    /// @param known   trials to compare with
    /// @return why it is given up, or nothing if it goes on
    Optional<String> givesUp(String learner, List<Double> losses, List<Known> known);
}
