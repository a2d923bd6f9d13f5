package lathe.engine.search;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// A trial whose folds are being fitted.
final class OpenTrial {

    private final Trial trial;
    private final FoldResult.Fitted[] fitted;
    private final Instant started = Instant.now();
    private final double[] values;
    private int handedOut;
    private int finished;
    private int judged;

    OpenTrial(Trial trial, int folds) {
        this.trial = trial;
        this.fitted = new FoldResult.Fitted[folds];
        this.values = new double[folds];
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

    /// @param value of the metric on the fold's validation rows
    void add(FoldResult.Fitted result, double value) {
        fitted[result.job().fold()] = result;
        values[result.job().fold()] = value;
        finished++;
    }

    /// Values of the folds up to the next one to judge, once it and all before it are there; the last fold is not judged.
    /// Folds are judged in their order, whichever ended first, so that equal runs give equal answers.
    Optional<List<Double>> nextToJudge() {
        if (judged + 1 >= fitted.length || fitted[judged] == null) {
            return Optional.empty();
        }
        judged++;
        return Optional.of(Arrays.stream(values, 0, judged).boxed().toList());
    }

    double seconds() {
        return Arrays.stream(fitted).filter(Objects::nonNull).mapToDouble(FoldResult.Fitted::seconds).sum();
    }

    boolean isComplete() {
        return finished == fitted.length;
    }

    List<Double> foldValues() {
        return Arrays.stream(values).boxed().toList();
    }

    TrialOutcome.Scored score(RunData data, Metric metric, int positive) {
        int[] validated = data.folds().validated();
        int[] positions = new int[data.folds().rows()];
        for (int i = 0; i < validated.length; i++) {
            positions[validated[i]] = i;
        }
        int width = data.target().outputs();
        double[] all = new double[validated.length * width];
        List<Path> members = new ArrayList<>();
        double predictSeconds = 0;
        for (int fold = 0; fold < fitted.length; fold++) {
            FoldResult.Fitted result = fitted[fold];
            int[] rows = data.folds().validation(fold);
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(result.predictions().values(), i * width, all, positions[rows[i]] * width, width);
            }
            members.add(result.member());
            predictSeconds += result.predictSeconds();
        }
        Predictions outOfFold = new Predictions(width, all);
        Target truth = data.target().select(validated);
        return new TrialOutcome.Scored(metric.compute(truth, outOfFold, positive), foldValues(), seconds(), outOfFold, members,
                1e6 * predictSeconds / validated.length, fitted[0].features());
    }

    @Override
    public String toString() {
        return trial.name() + Arrays.toString(fitted);
    }
}
