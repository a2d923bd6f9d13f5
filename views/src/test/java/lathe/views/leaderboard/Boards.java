package lathe.views.leaderboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.provenance.Environment;
import lathe.engine.provenance.Seed;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.EnsembleRecord;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.ReadingChoice;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunSpec;
import lathe.engine.track.RunStatus;
import lathe.engine.track.RunStore;
import lathe.engine.track.RunWriter;
import lathe.engine.track.SearchSettings;
import lathe.engine.track.TrialCost;
import lathe.engine.track.TrialMeasure;
import lathe.engine.track.TrialRecord;
import lathe.engine.track.TrialStatus;
import lathe.scoring.Fingerprint;
import lathe.scoring.Task;

/// A run written by hand, with every kind of row.
final class Boards {

    static final Instant START = Instant.parse("2026-11-21T14:05:01Z");

    private Boards() { }

    static RunRecord begun(String id, Instant started) {
        SearchSettings search = SearchSettings.DEFAULTS.withMetric("roc_auc").withPositive("yes").withSeed(new Seed(1));
        return RunRecord.begin(new RunSpec(id, "../telecom-churn.csv", Fingerprint.of("cells"), 7000, "churned", Task.BINARY,
                search, ReadingChoice.NONE, Map.of("customer_id", ColumnChoice.DROPPED,
                "city", ColumnChoice.NONE.withStep("target_mean"))), new Environment("0.1.0", "25", "Linux", "amd64", 2,
                1L << 31, Map.of()), started);
    }

    /// Writes a finished run: a blend that leads, a boosting and a logistic regression tied with it, a forest behind, and
    /// three without a score.
    static void writeFinished(RunStore store, String id, Instant started) {
        try (RunWriter writer = store.start(begun(id, started))) {
            trials().forEach(writer::append);
            measures().forEach(writer::append);
            writer.update(begun(id, started).end(RunStatus.FINISHED, started.plusSeconds(58), Leaderboard.ENSEMBLE,
                    new EnsembleRecord(0.8465, 0.8371, 0.8552, List.of(new EnsembleRecord.Member(2, 0.6),
                            new EnsembleRecord.Member(1, 0.4))), List.of(), "models/model.lathe"));
        }
    }

    static List<TrialRecord> trials() {
        return List.of(scored(1, "logistic", "linear", 0.8421, 0.4, 20_000), scored(2, "boosting", "trees", 0.8449, 9.3, 900_000),
                scored(3, "forest", "trees", 0.8312, 12.5, 14_000_000),
                unscored(4, "forest", TrialStatus.FAILED, "The worker ran out of memory at 800 MB."),
                unscored(5, "elastic_net", TrialStatus.SKIPPED, "It needs a number to predict."),
                unscored(6, "boosting", TrialStatus.CANCELLED, "The budget was used up."));
    }

    static List<TrialMeasure> measures() {
        return List.of(new TrialMeasure(0, 0.8371, 0.8552, false, Map.of("accuracy", 0.805)),
                new TrialMeasure(1, 0.8325, 0.8512, true, Map.of("accuracy", 0.799)),
                new TrialMeasure(2, 0.8352, 0.8543, true, Map.of("accuracy", 0.803)),
                new TrialMeasure(3, 0.821, 0.841, false, Map.of("accuracy", 0.79)));
    }

    static TrialRecord scored(int trial, String learner, String preparation, double value, double seconds, long bytes) {
        return new TrialRecord(trial, learner, new Hyperparameters(Map.of("learning_rate", 0.1, "leaves", 31.0)), preparation,
                TrialStatus.SCORED, "", "", value, Double.NaN, Double.NaN,
                List.of(value - 0.008, value + 0.004, value + 0.001, value - 0.003, value + 0.006), seconds,
                START.plusSeconds(trial), START.plusSeconds(trial + 1), new TrialCost(3.5 * trial, 40 + trial, bytes));
    }

    static TrialRecord unscored(int trial, String learner, TrialStatus status, String reason) {
        return new TrialRecord(trial, learner, Hyperparameters.NONE, "trees", status, reason, "Give it more time or memory.",
                Double.NaN, Double.NaN, Double.NaN, List.of(), 0, START.plusSeconds(trial), START.plusSeconds(trial + 1));
    }
}
