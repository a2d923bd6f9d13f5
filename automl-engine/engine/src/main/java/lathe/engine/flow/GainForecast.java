package lathe.engine.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.MoreDraws;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.track.ExpectedGain;
import lathe.engine.track.RunRecord;
import lathe.engine.track.TrialRecord;
import lathe.engine.track.TrialStatus;

/// What as much time again would be expected to bring, from the scores of a run's own trials.
///
/// As many trials are expected as ended in the second half of the run's time, twice: what is tried first is quicker.
final class GainForecast {

    static final double LEVEL = 0.9;

    private static final String NONE = Preparation.NONE.name().toLowerCase(Locale.ROOT);

    private GainForecast() { }

    /// @param run    as it stands
    /// @param trials of the run, with those it took over
    /// @param now    when the search was over
    static ExpectedGain of(RunRecord run, List<TrialRecord> trials, Metric metric, Instant now) {
        double sign = metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? 1 : -1;
        double[] draws = trials.stream().filter(GainForecast::isDraw)
                .mapToDouble(trial -> trial.status() == TrialStatus.SCORED ? sign * trial.value() : Double.NEGATIVE_INFINITY).toArray();
        Duration searched = Duration.between(run.started(), now);
        Instant half = run.started().plus(searched.dividedBy(2));
        long late = trials.stream().filter(GainForecast::isDraw).filter(trial -> trial.ended().isAfter(half)).count();
        double budget = run.spec().search().budgetSeconds();
        double spent = Math.ceil(searched.toMillis() / 1000.0);
        double seconds = spent < budget / 2 ? spent : budget;   // finished early, or ended by the number of its trials
        double room = Math.abs(metric.best() - sign * Arrays.stream(draws).max().orElse(Double.NaN));
        return MoreDraws.gain(draws, Math.max(1, 2.0 * late), LEVEL).map(gain -> new ExpectedGain(seconds, Math.min(room, gain.mean()),
                Math.min(room, gain.lower()), Math.min(room, gain.upper()), LEVEL)).orElse(ExpectedGain.UNKNOWN);
    }

    // The baseline is no draw of a model.
    private static boolean isDraw(TrialRecord trial) {
        return (trial.status() == TrialStatus.DROPPED || (trial.status() == TrialStatus.SCORED && !Double.isNaN(trial.value())))
                && !trial.preparation().equals(NONE);
    }
}
