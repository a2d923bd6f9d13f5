package lathe.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lathe.engine.evaluate.Metric.Direction;
import lathe.engine.evaluate.Score;
import lathe.engine.learn.Target;
import lathe.engine.profile.Finding;
import lathe.engine.profile.Severity;
import lathe.engine.provenance.Seed;
import lathe.engine.track.EnsembleRecord;
import lathe.engine.track.ExampleRuns;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.engine.track.ScoreKind;
import lathe.engine.track.TrialRecord;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Predictions;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Task;

/// Reports of invented predictions, one for each task.
final class ExampleReports {

    private static final int ROWS = 600;

    private ExampleReports() {
    }

    static ReportData binary(String target, String no, String yes) {
        RandomGenerator random = new Seed(3).random();
        int[] truth = new int[ROWS];
        double[] values = new double[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            double logit = 2 * random.nextGaussian() - 1;
            truth[row] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
            double said = 1 / (1 + Math.exp(-(logit + random.nextGaussian())));
            values[2 * row] = 1 - said;
            values[2 * row + 1] = said;
        }
        Signature signature = new Signature(inputs(target), Task.BINARY, target, List.of(no, yes), 1, 0.42);
        return data(signature, Target.classes(truth, 2), new Predictions(2, values), "roc_auc", 0.857);
    }

    static ReportData multiclass(int classes) {
        RandomGenerator random = new Seed(4).random();
        int[] truth = new int[ROWS];
        double[] values = new double[classes * ROWS];
        List<String> names = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            names.add("queue " + (char) ('a' + c));
        }
        for (int row = 0; row < ROWS; row++) {
            truth[row] = Math.min(random.nextInt(classes), random.nextInt(classes));
            values[row * classes + (random.nextDouble() < 0.75 ? truth[row] : random.nextInt(classes))] = 1;
        }
        Signature signature = new Signature(inputs("queue"), Task.MULTICLASS, "queue", names, -1, 0.5);
        return data(signature, Target.classes(truth, classes), new Predictions(classes, values), "log_loss", 0.61);
    }

    static ReportData regression() {
        RandomGenerator random = new Seed(5).random();
        double[] truth = new double[ROWS];
        double[] values = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            truth[row] = 250_000 * Math.exp(0.5 * random.nextGaussian());
            values[row] = truth[row] * Math.exp(0.12 * random.nextGaussian());
        }
        Signature signature = new Signature(inputs("price"), Task.REGRESSION, "price", List.of(), -1, 0.5);
        return data(signature, Target.regression(truth), new Predictions(1, values), "rmse", 48_310);
    }

    static ReportData regression(double[] truth, double[] predicted) {
        Signature signature = new Signature(inputs("price"), Task.REGRESSION, "price", List.of(), -1, 0.5);
        return data(signature, Target.regression(truth), new Predictions(1, predicted), "mae", 1);
    }

    static ReportData withTrials(int trials) {
        ReportData data = regression();
        List<TrialRecord> many = new ArrayList<>();
        for (int trial = 1; trial <= trials; trial++) {
            many.add(ExampleRuns.scored(trial, "random_forest", 100.0 + trial));
        }
        Leaderboard board = Leaderboard.of("rmse", Direction.LOWER_IS_BETTER, many, EnsembleRecord.NONE);
        return new ReportData(data.run(), board, data.signature(), data.results(), data.columns(), data.findings());
    }

    private static Schema inputs(String target) {
        return new Schema(List.of(Field.of("plan of " + target, FieldType.CATEGORY), Field.of("months", FieldType.NUMBER)));
    }

    private static ReportData data(Signature signature, Target truth, Predictions predictions, String metric, double value) {
        RunRecord example = ExampleRuns.ended("example");
        List<ReportedScore> scores = new ArrayList<>();
        for (String id : List.of(metric, "accuracy", "brier", "f1")) {
            double shown = id.equals(metric) ? value : 0.8;
            scores.add(new ReportedScore(ScoreKind.HOLDOUT, new Score(id, shown, 0.96 * shown, 1.03 * shown, 0.95, ROWS)));
        }
        RunRecord run = example.end(RunStatus.FINISHED, example.ended(), example.best(), example.ensemble(), scores, example.model());
        Leaderboard board = Leaderboard.of(metric, Direction.HIGHER_IS_BETTER, ExampleRuns.trials(), run.ensemble());
        String column = signature.target();
        return new ReportData(run, board, signature, Results.of(signature, truth, predictions), 21, List.of(
                new Finding("missing", Severity.INFO, "months", "The column months is missing in 4 % of the rows."),
                new Finding("leakage", Severity.SERIOUS, "bill", "The column bill alone tells " + column + " almost perfectly."),
                new Finding("identifier", Severity.WARNING, "customer_id", "The column customer_id is different in every row.")));
    }
}
