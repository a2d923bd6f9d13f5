package lathe.engine.track;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lathe.engine.provenance.Environment;

/// A run as it stands in `run.json`: written when it starts, written anew when it ends.
///
/// @param spec        what was asked
/// @param environment what it ran on
/// @param started     when it began
/// @param ended       when it ended; `started` while it runs
/// @param status      where it stands
/// @param reason      why it failed, one sentence; empty otherwise
/// @param best        [LeaderboardRow#name] of the model handed over; empty if there is none
/// @param ensemble    the blend handed over, with its members
/// @param scores      scores reported, the main one first
/// @param model       path of the model package in the project folder, with `/`; empty if there is none
/// @param continued   the run it goes on with
/// @param gain        what as much time again would be expected to bring
/// @param speed       how quickly the model answers and what that costs in score, in words; empty where quick answers were not asked for
public record RunRecord(RunSpec spec, Environment environment, Instant started, Instant ended, RunStatus status,
                        String reason, String best, EnsembleRecord ensemble, List<ReportedScore> scores, String model, Continued continued,
                        ExpectedGain gain, String speed) {

    public RunRecord {
        scores = List.copyOf(scores);
    }

    /// A run that has just begun.
    public static RunRecord begin(RunSpec spec, Environment environment, Instant started) {
        return begin(spec, environment, started, Continued.NONE);
    }

    /// A run that has just begun and goes on with another.
    public static RunRecord begin(RunSpec spec, Environment environment, Instant started, Continued continued) {
        return new RunRecord(spec, environment, started, started, RunStatus.RUNNING, "", "", EnsembleRecord.NONE,
                List.of(), "", continued, ExpectedGain.UNKNOWN, "");
    }

    /// Seconds of search, those of the runs it goes on with added.
    public double secondsInAll() {
        return continued.seconds() + Duration.between(started, ended).toMillis() / 1000.0;
    }

    /// The same run with a model, at its end.
    public RunRecord end(RunStatus newStatus, Instant when, String newBest, EnsembleRecord newEnsemble,
                         List<ReportedScore> newScores, String newModel) {
        return new RunRecord(spec, environment, started, when, newStatus, "", newBest, newEnsemble, newScores, newModel,
                continued, gain, speed);
    }

    /// The same run, ended by the death of its process.
    ///
    /// @param left the package with the best model until then, empty for none
    RunRecord interrupted(Instant when, String left) {
        return new RunRecord(spec, environment, started, when, RunStatus.INTERRUPTED, "The process ended before the run did.",
                best, ensemble, scores, left, continued, gain, speed);
    }

    /// The same run, ended without a model.
    public RunRecord endWithout(RunStatus newStatus, Instant when, String why) {
        return new RunRecord(spec, environment, started, when, newStatus, why, best, ensemble, scores, model,
                continued, gain, speed);
    }

    public RunRecord withGain(ExpectedGain expected) {
        return new RunRecord(spec, environment, started, ended, status, reason, best, ensemble, scores, model, continued, expected, speed);
    }

    public RunRecord withSpeed(String sentence) {
        return new RunRecord(spec, environment, started, ended, status, reason, best, ensemble, scores, model, continued, gain, sentence);
    }
}
