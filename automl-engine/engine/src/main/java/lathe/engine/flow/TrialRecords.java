package lathe.engine.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.TrialCost;
import lathe.engine.track.TrialRecord;
import lathe.engine.track.TrialStatus;

/// Writes down how a trial ended.
final class TrialRecords {

    private static final Logger LOG = Logger.getLogger(TrialRecords.class.getName());

    private TrialRecords() { }

    static TrialRecord of(TrialEnd end) {
        return of(end, PackageLimits.USUAL);
    }

    /// @param limits what a trial alone must fit into to be handed over
    static TrialRecord of(TrialEnd end, PackageLimits limits) {
        return switch (end.outcome()) {
            case TrialOutcome.Scored scored -> scored(end, scored, limits);
            case TrialOutcome.Skipped skipped -> unscored(end, TrialStatus.SKIPPED, sentence(skipped.reason()),
                    skipped.remedy(), 0);
            case TrialOutcome.Dropped dropped -> unscored(end, TrialStatus.DROPPED, "It was given up: %s.".formatted(dropped.reason()),
                    "", dropped.seconds());
            case TrialOutcome.Failed failed -> unscored(end, TrialStatus.FAILED, failed.problem().what(),
                    failed.problem().remedy(), failed.seconds());
            case TrialOutcome.Cancelled _ -> unscored(end, TrialStatus.CANCELLED, "The run ended before it was fitted.",
                    "Give the run more time.", 0);
        };
    }

    private static TrialRecord scored(TrialEnd end, TrialOutcome.Scored scored, PackageLimits limits) {
        Trial trial = end.trial();
        TrialCost cost = cost(scored);
        String reason = limits.refusal(new PackageLimits.Cost(cost.bytes(), 0));
        return new TrialRecord(trial.number(), trial.learner(), trial.hyperparameters(), preparation(trial),
                TrialStatus.SCORED, reason, "", scored.value(), Double.NaN, Double.NaN, scored.foldValues(), scored.seconds(),
                end.started(), end.ended(), cost);
    }

    private static TrialRecord unscored(TrialEnd end, TrialStatus status, String reason, String remedy, double seconds) {
        Trial trial = end.trial();
        return new TrialRecord(trial.number(), trial.learner(), trial.hyperparameters(), preparation(trial), status, reason,
                remedy, Double.NaN, Double.NaN, Double.NaN, List.of(), seconds, end.started(), end.ended());
    }

    private static String preparation(Trial trial) {
        String kind = trial.recipe().preparation().name().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(kind), trial.recipe().generators().stream().sorted()).collect(Collectors.joining(" + "));
    }

    /// Size of a trial's fold models, as stored; 0 if it is not known.
    static long bytes(TrialOutcome.Scored scored) {
        return cost(scored).bytes();
    }

    private static TrialCost cost(TrialOutcome.Scored scored) {
        long bytes = 0;
        for (Path member : scored.members()) {
            try {
                bytes += Files.size(member);
            } catch (IOException gone) {
                LOG.log(Level.FINE, "no size of " + member, gone);
                return new TrialCost(scored.predictMicros(), scored.features(), 0);
            }
        }
        return new TrialCost(scored.predictMicros(), scored.features(), bytes);
    }

    private static String sentence(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + (reason.endsWith(".") ? "" : ".");
    }
}
