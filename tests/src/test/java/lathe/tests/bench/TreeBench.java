package lathe.tests.bench;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import org.jspecify.annotations.Nullable;

/// Boosting here and in LightGBM: the same rows, the same settings, one thread, one process, in turns.
///
/// Arguments: rows, features, rounds, repetitions. One line for each fit: CPU seconds of training, of predicting the test
/// rows, log loss of the test rows; then the ratios of the medians. With a fifth argument `lathe` or `lightgbm`, one fit of
/// that one, and by how much the resident memory of the process was higher at its peak than before the fit.
final class TreeBench {

    private static final int LEAVES = 31;
    private static final double RATE = 0.1;

    private final int rows;
    private final int width;
    private final int rounds;
    private final double[][] columns;
    private final int[] classes;
    private double[] prepared = {};
    private @Nullable Matrix training;

    private TreeBench(int rows, int width, int rounds) {
        this.rows = rows;
        this.width = width;
        this.rounds = rounds;
        int all = rows + rows / 4;
        columns = new double[width][all];
        classes = new int[all];
        SplittableRandom random = new SplittableRandom(7);
        for (int row = 0; row < all; row++) {
            double z = 0;
            for (int feature = 0; feature < width; feature++) {
                double x = feature % 3 == 2 ? random.nextInt(12) : random.nextGaussian();
                columns[feature][row] = x;
                z += switch (feature % 5) {
                    case 0 -> 0.7 * x;
                    case 1 -> Math.sin(2 * x);
                    case 2 -> x > 5 ? 0.4 : -0.3;
                    default -> 0;
                };
            }
            z += columns[0][row] * columns[1][row];
            classes[row] = random.nextDouble() < 1 / (1 + Math.exp(-z / 2)) ? 1 : 0;
        }
    }

    /// Seconds of one fit and its loss.
    private record Reading(String name, double train, double predict, double loss) {
        void print() {
            System.out.printf(Locale.ROOT, "%-9s train %.3f s, predict %.3f s, log loss %.5f%n", name, train, predict, loss);
        }
    }

    public static void main(String[] args) throws LGBMException, IOException {
        int[] n = Arrays.stream(args).limit(4).mapToInt(Integer::parseInt).toArray();
        TreeBench bench = new TreeBench(n[0], n[1], n[2]);
        if (args.length > 4) {
            bench.memory(args[4]);
            return;
        }
        Reading[] own = new Reading[n[3]];
        Reading[] other = new Reading[n[3]];
        for (int i = 0; i < n[3]; i++) {
            own[i] = bench.own();
            own[i].print();
            other[i] = bench.lightGbm();
            other[i].print();
        }
        System.out.printf(Locale.ROOT, "%d x %d, %d rounds: training %.2f, predicting %.2f times LightGBM's CPU%n", n[0], n[1],
                n[2], median(own, true) / median(other, true), median(own, false) / median(other, false));
    }

    // Linux only. Rows as each one takes them are made before; writing 5 sets the peak back to what is resident now.
    private void memory(String which) throws LGBMException, IOException {
        Path status = Path.of("/proc/self/status");
        prepared = which.equals("lathe") ? new double[0] : flat(0, rows);
        if (which.equals("lathe")) {
            training = part(0, rows);
        }
        System.gc();
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        long before = kilobytes(status, "VmRSS:");
        Reading reading = which.equals("lathe") ? own() : lightGbm();
        long peak = kilobytes(status, "VmHWM:");
        System.out.printf(Locale.ROOT, "%d x %d, %s: %d MB more at the peak than the %d MB before, log loss %.5f%n", rows, width, which,
                (peak - before) >> 10, before >> 10, reading.loss());
    }

    private static long kilobytes(Path status, String key) throws IOException {
        return Files.readAllLines(status).stream().filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", ""))).findFirst().orElseThrow();
    }

    private static double median(Reading[] readings, boolean train) {
        double[] sorted = Arrays.stream(readings).mapToDouble(each -> train ? each.train : each.predict).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private Matrix part(int from, int to) {
        double[][] cut = Arrays.stream(columns).map(column -> Arrays.copyOfRange(column, from, to)).toArray(double[][]::new);
        return new Matrix(IntStream.range(0, width).mapToObj(i -> "x" + i).toList(), cut, to - from);
    }

    private Reading own() {
        Matrix known = training != null ? training : part(0, rows);
        Matrix test = part(rows, classes.length);
        Target target = Target.classes(Arrays.copyOf(classes, rows), 2);
        BoostingLearner learner = new BoostingLearner();
        Map<String, Object> changes = new HashMap<>(Map.of("rounds", (double) rounds, "learning_rate", RATE, "leaves",
                (double) LEAVES, "leaf_rows", 20.0, "rows", 1.0, "columns", 1.0, "stopping", "never", "l2", 1e-3));
        Hyperparameters hyperparameters = learner.space(new DataShape(Task.BINARY, 2, rows, width)).with(changes);
        double begin = cpu();
        Form form = learner.fit(known, target, hyperparameters,
                new FitContext(new Seed(1), Deadline.never(), new CancelToken()));
        double fitted = cpu();
        double[] answers = form.predict(Features.of(test)).values();
        double done = cpu();
        double[] p = IntStream.range(0, test.rows()).mapToDouble(row -> answers[2 * row + 1]).toArray();
        return new Reading("lathe", fitted - begin, done - fitted, loss(p));
    }

    private Reading lightGbm() throws LGBMException {
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = classes[row];
        }
        String settings = ("objective=binary num_leaves=%d learning_rate=%s min_data_in_leaf=20 lambda_l2=0.001 max_bin=255 "
                + "num_threads=1 verbosity=-1").formatted(LEAVES, RATE);
        double[] flat = prepared.length > 0 ? prepared : flat(0, rows);
        double[] testRows = flat(rows, classes.length);
        double begin = cpu();
        try (LGBMDataset data = LGBMDataset.createFromMat(flat, rows, width, true, settings, null)) {
            data.setField("label", labels);
            try (LGBMBooster booster = LGBMBooster.create(data, settings)) {
                for (int round = 0; round < rounds; round++) {
                    booster.updateOneIter();
                }
                double fitted = cpu();
                double[] p = booster.predictForMat(testRows, classes.length - rows, width, true,
                        PredictionType.C_API_PREDICT_NORMAL, "num_threads=1");
                double done = cpu();
                return new Reading("lightgbm", fitted - begin, done - fitted, loss(p));
            }
        }
    }

    private double[] flat(int from, int to) {
        double[] flat = new double[(to - from) * width];
        for (int row = from; row < to; row++) {
            for (int feature = 0; feature < width; feature++) {
                flat[(row - from) * width + feature] = columns[feature][row];
            }
        }
        return flat;
    }

    private double loss(double[] p) {
        double total = 0;
        for (int row = 0; row < p.length; row++) {
            total -= Math.log(classes[rows + row] == 1 ? p[row] : 1 - p[row]);
        }
        return total / p.length;
    }
}
