package lathe.engine.flow;

import java.util.List;
import java.util.Locale;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.TrialRecord;
import lathe.engine.track.TrialStatus;

/// Writes down how a trial ended.
final class TrialRecords {

    private TrialRecords() { }

    static TrialRecord of(TrialEnd end) {
        return switch (end.outcome()) {
            case TrialOutcome.Scored scored -> record(end, TrialStatus.SCORED, "", "", scored.value(), scored.foldValues(),
                    scored.seconds());
            case TrialOutcome.Skipped skipped -> record(end, TrialStatus.SKIPPED, sentence(skipped.reason()),
                    skipped.remedy(), Double.NaN, List.of(), 0);
            case TrialOutcome.Failed failed -> record(end, TrialStatus.FAILED, failed.problem().what(),
                    failed.problem().remedy(), Double.NaN, List.of(), failed.seconds());
            case TrialOutcome.Cancelled _ -> record(end, TrialStatus.CANCELLED, "The run ended before it was fitted.",
                    "Give the run more time.", Double.NaN, List.of(), 0);
        };
    }

    private static TrialRecord record(TrialEnd end, TrialStatus status, String reason, String remedy, double value,
            List<Double> foldValues, double seconds) {
        Trial trial = end.trial();
        return new TrialRecord(trial.number(), trial.learner(), trial.hyperparameters(),
                trial.recipe().preparation().name().toLowerCase(Locale.ROOT), status, reason, remedy, value, Double.NaN,
                Double.NaN, foldValues, seconds, end.started(), end.ended());
    }

    private static String sentence(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + (reason.endsWith(".") ? "" : ".");
    }
}
