package lathe.engine.search;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// A trial whose folds are being fitted.
final class OpenTrial {

    private final Trial trial;
    private final FoldResult.Fitted[] fitted;
    private final Instant started = Instant.now();
    private int handedOut;
    private int finished;

    OpenTrial(Trial trial, int folds) {
        this.trial = trial;
        this.fitted = new FoldResult.Fitted[folds];
    }

    Trial trial() {
        return trial;
    }

    Instant started() {
        return started;
    }

    boolean hasFoldToHandOut() {
        return handedOut < fitted.length;
    }

    int foldsToHandOut() {
        return fitted.length - handedOut;
    }

    int nextFold() {
        return handedOut++;
    }

    void add(FoldResult.Fitted result) {
        fitted[result.job().fold()] = result;
        finished++;
    }

    boolean isComplete() {
        return finished == fitted.length;
    }

    TrialOutcome.Scored score(RunData data, Metric metric, int positive) {
        int[] validated = data.folds().validated();
        int[] positions = new int[data.folds().rows()];
        for (int i = 0; i < validated.length; i++) {
            positions[validated[i]] = i;
        }
        int width = data.target().outputs();
        double[] all = new double[validated.length * width];
        List<Double> foldValues = new ArrayList<>();
        List<Path> members = new ArrayList<>();
        double seconds = 0;
        double predictSeconds = 0;
        for (int fold = 0; fold < fitted.length; fold++) {
            FoldResult.Fitted result = fitted[fold];
            int[] rows = data.folds().validation(fold);
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(result.predictions().values(), i * width, all, positions[rows[i]] * width, width);
            }
            foldValues.add(metric.compute(data.target().select(rows), result.predictions(), positive));
            members.add(result.member());
            seconds += result.seconds();
            predictSeconds += result.predictSeconds();
        }
        Predictions outOfFold = new Predictions(width, all);
        Target truth = data.target().select(validated);
        return new TrialOutcome.Scored(metric.compute(truth, outOfFold, positive), foldValues, seconds, outOfFold, members,
                1e6 * predictSeconds / validated.length, fitted[0].features());
    }

    @Override
    public String toString() {
        return trial.name() + Arrays.toString(fitted);
    }
}
