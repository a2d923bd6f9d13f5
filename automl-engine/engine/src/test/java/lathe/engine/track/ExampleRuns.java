package lathe.engine.track;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lathe.engine.evaluate.Score;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.provenance.Environment;
import lathe.engine.provenance.Seed;
import lathe.scoring.Fingerprint;
import lathe.scoring.Role;
import lathe.scoring.Task;

/// One small run with every kind of trial.
public final class ExampleRuns {

    public static final Instant START = Instant.parse("2026-11-21T14:05:01Z");

    private ExampleRuns() {
    }

    public static RunSpec spec(String id) {
        return new RunSpec(id, "../telecom-churn.csv", Fingerprint.of("cells"), 7000, "churned", Task.BINARY,
                new SearchSettings("roc_auc", "yes", 60, 2, new Seed(Long.MIN_VALUE), 0, 0.2), ReadingChoice.NONE.withSample(1),
                Map.of("customer_id", ColumnChoice.DROPPED, "plan", ColumnChoice.NONE.withStep("target_mean"),
                        "since", ColumnChoice.NONE.withRole(Role.TIME)));
    }

    public static RunRecord begun(String id) {
        return RunRecord.begin(spec(id), new Environment("0.1.0", "25.0.3+9 Eclipse Adoptium", "Linux 6.8", "amd64", 2,
                1L << 31, Map.of("h2", "2.5.252", "smile-core", "6.3.0")), START);
    }

    public static RunRecord ended(String id) {
        EnsembleRecord ensemble = new EnsembleRecord(0.861, 0.85, 0.872,
                List.of(new EnsembleRecord.Member(2, 0.75), new EnsembleRecord.Member(1, 0.25)));
        return begun(id).end(RunStatus.FINISHED, START.plusSeconds(58), Leaderboard.ENSEMBLE, ensemble,
                List.of(new ReportedScore(ScoreKind.HOLDOUT, new Score("roc_auc", 0.857, 0.834, 0.879, 0.95, 1400))),
                "model.lathe");
    }

    public static List<TrialRecord> trials() {
        return List.of(scored(1, "logistic_regression", 0.842), scored(2, "gradient_boosting", 0.859),
                unscored(3, "random_forest", TrialStatus.FAILED, "The worker ran out of memory at 800 MB."),
                unscored(4, "elastic_net", TrialStatus.SKIPPED, "It needs a number to predict."),
                unscored(5, "gradient_boosting", TrialStatus.CANCELLED, "The budget was used up."));
    }

    public static TrialRecord scored(int trial, String learner, double value) {
        return new TrialRecord(trial, learner, new Hyperparameters(Map.of("trees", 200, "split", "gini")), "trees",
                TrialStatus.SCORED, "", "", value, value - 0.01, value + 0.01, List.of(value - 0.005, Double.NaN), 1.25,
                START.plusSeconds(trial), START.plusMillis(1000L * trial + 1250));
    }

    public static TrialRecord unscored(int trial, String learner, TrialStatus status, String reason) {
        return new TrialRecord(trial, learner, Hyperparameters.NONE, "trees", status, reason, "Give it more time.",
                Double.NaN, Double.NaN, Double.NaN, List.of(), 0, START.plusSeconds(trial), START.plusSeconds(trial + 1));
    }
}
