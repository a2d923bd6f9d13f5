package lathe.tests.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// What many trials on one table predicted, kept in a file to be combined again and again without fitting.
///
/// @param truth    of the validated rows, in the order of the out-of-fold predictions
/// @param folds    of the validated rows
/// @param test     truth of the rows that judge
/// @param positive index of the positive class of a binary task, otherwise −1
record RecordedRun(String table, Target truth, List<Integer> folds, Target test, int positive, List<Attempt> attempts) {

    /// Where a trial came from.
    enum Origin {
        /// The portfolio, in its order.
        START,
        /// Drawn by lot, the same for every table.
        LOT,
        /// A small change of the best so far.
        TUNING
    }

    /// One trial.
    ///
    /// @param configuration equal for equal settings on different tables
    /// @param joined        whether features of several columns were added
    /// @param seconds       CPU of each fold, preparing included where it was new
    /// @param test          mean of the fold models
    record Attempt(Origin origin, String configuration, String learner, boolean joined, List<Double> seconds, Predictions outOfFold,
                   Predictions test) {
        double cost() {
            return seconds.stream().mapToDouble(Double::doubleValue).sum();
        }

        Attempt atCostOfOneFold() {
            return new Attempt(origin, configuration, learner, joined, seconds.stream().map(each -> each / seconds.size()).toList(), outOfFold, test);
        }
    }

    Metric metric() {
        return Metrics.defaultFor(truth.task());
    }

    /// Metric turned so that less is better.
    double loss(Target target, Predictions predictions) {
        double value = metric().compute(target, predictions, positive);
        return metric().direction() == Metric.Direction.HIGHER_IS_BETTER ? -value : value;
    }

    /// The out-of-fold loss of each fold.
    List<Double> foldLosses(Attempt attempt) {
        List<Double> losses = new ArrayList<>();
        int count = folds.stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
        for (int fold = 0; fold < count; fold++) {
            int own = fold;
            int[] rows = IntStream.range(0, folds.size()).filter(row -> folds.get(row) == own).toArray();
            losses.add(loss(truth.select(rows), attempt.outOfFold().select(rows)));
        }
        return losses;
    }

    void write(Path file) throws IOException {
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "unfinished", ".bin");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            out.writeUTF(table);
            write(out, truth);
            for (int fold : folds) {
                out.writeInt(fold);
            }
            write(out, test);
            out.writeInt(positive);
            out.writeInt(attempts.size());
            for (Attempt attempt : attempts) {
                write(out, attempt);
            }
        }
        Files.move(unfinished, file);
    }

    private static void write(DataOutputStream out, Attempt attempt) throws IOException {
        out.writeUTF(attempt.origin().name());
        out.writeUTF(attempt.configuration());
        out.writeUTF(attempt.learner());
        out.writeBoolean(attempt.joined());
        out.writeInt(attempt.seconds().size());
        for (double seconds : attempt.seconds()) {
            out.writeDouble(seconds);
        }
        write(out, attempt.outOfFold());
        write(out, attempt.test());
    }

    private static void write(DataOutputStream out, Target target) throws IOException {
        out.writeInt(target.classCount());
        out.writeInt(target.rows());
        for (double value : target.toArray()) {
            out.writeDouble(value);
        }
    }

    private static void write(DataOutputStream out, Predictions predictions) throws IOException {
        out.writeInt(predictions.width());
        out.writeInt(predictions.values().length);
        for (double value : predictions.values()) {
            out.writeFloat((float) value);
        }
    }

    /// All runs of a folder, in the order of their names.
    static List<RecordedRun> readAll(Path folder) throws IOException {
        List<RecordedRun> runs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".run")).sorted().toList()) {
                runs.add(read(file));
            }
        }
        return runs;
    }

    static RecordedRun read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            String table = in.readUTF();
            Target truth = target(in);
            List<Integer> folds = new ArrayList<>();
            for (int row = 0; row < truth.rows(); row++) {
                folds.add(in.readInt());
            }
            Target test = target(in);
            int positive = in.readInt();
            List<Attempt> attempts = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                attempts.add(attempt(in));
            }
            return new RecordedRun(table, truth, folds, test, positive, attempts);
        }
    }

    private static Attempt attempt(DataInputStream in) throws IOException {
        Origin origin = Origin.valueOf(in.readUTF());
        String configuration = in.readUTF();
        String learner = in.readUTF();
        boolean joined = in.readBoolean();
        List<Double> seconds = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            seconds.add(in.readDouble());
        }
        return new Attempt(origin, configuration, learner, joined, seconds, predictions(in), predictions(in));
    }

    private static Target target(DataInputStream in) throws IOException {
        int classes = in.readInt();
        double[] values = new double[in.readInt()];
        for (int row = 0; row < values.length; row++) {
            values[row] = in.readDouble();
        }
        return classes == 0 ? Target.regression(values)
                : Target.classes(Arrays.stream(values).mapToInt(value -> (int) value).toArray(), classes);
    }

    private static Predictions predictions(DataInputStream in) throws IOException {
        int width = in.readInt();
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return new Predictions(width, values);
    }

    boolean isRegression() {
        return truth.task() == Task.REGRESSION;
    }
}
