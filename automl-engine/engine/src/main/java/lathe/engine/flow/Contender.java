package lathe.engine.flow;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.Leaderboard;

/// A trial that has a score, or several of them weighted: something a package can be made of.
///
/// @param name   of the leaderboard row
/// @param value  out-of-fold score
/// @param shares trials with weights that sum to 1
/// @param power  that the mean probabilities are raised to
record Contender(String name, double value, List<Share> shares, double power) {

    /// Number of the trial that stands for a pupil: no run has tried it.
    static final int PUPIL_NUMBER = 0;

    /// One trial's part.
    ///
    /// @param whole file of its model learnt from all rows; none if it was learnt on folds only
    record Share(double weight, Trial trial, TrialOutcome.Scored scored, Optional<Path> whole) {
        Share(double weight, Trial trial, TrialOutcome.Scored scored) {
            this(weight, trial, scored, Optional.empty());
        }

        /// The trial's; a pupil is no trial, see [#PUPIL_NUMBER].
        String name() {
            return trial.number() == PUPIL_NUMBER ? Leaderboard.PUPIL : trial.name();
        }

        Share with(Path model) {
            return new Share(weight, trial, scored, Optional.of(model));
        }
    }

    Contender {
        shares = List.copyOf(shares);
    }

    /// Its trials by weight, for example `boosting #3 (60 %) and forest #1 (40 %)`.
    String parts() {
        List<String> names = shares.stream().sorted(Comparator.comparingDouble(share -> -share.weight()))
                .map(share -> String.format(Locale.ROOT, "%s (%.0f %%)", share.name(), 100 * share.weight())).toList();
        return names.size() == 1 ? shares.getFirst().name()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /// With one model of each trial: the one learnt from all rows, or the first fold's where there is none. The out-of-fold score
    /// is that of single models anyhow.
    Contender single() {
        return new Contender(name, value, shares.stream().map(share -> new Share(share.weight(), share.trial(), share.scored().withMembers(
                List.of(share.whole().orElseGet(() -> share.scored().members().getFirst()))))).toList(), power);
    }

    static Contender of(Trial trial, TrialOutcome.Scored scored) {
        return new Contender(trial.name(), scored.value(), List.of(new Share(1, trial, scored)), 1);
    }
}
