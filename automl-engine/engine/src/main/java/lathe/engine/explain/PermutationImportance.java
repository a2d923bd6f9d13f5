package lathe.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.StratifiedSample;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.provenance.Seed;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import lathe.scoring.explain.MixedRows;

/// Shuffles one column after the other and measures how much worse the model's answers get.
///
/// The interval resamples the judged rows 200 times, each time with shuffles drawn anew out of those made; both scores of
/// a resample count the same rows. Columns that tell the same share their worth: neither seems to matter much.
///
/// Source: L. Breiman, "Random Forests", Machine Learning 45 (2001), section 10; the form for any model and metric is that
/// of A. Fisher, C. Rudin, F. Dominici, "All Models are Wrong, but Many are Useful", JMLR 20 (2019).
public final class PermutationImportance {

    private static final int RESAMPLES = 200;
    private static final double TAIL = 0.025;

    private final Metric metric;
    private final Target truth;
    private final int positive;
    private final MixedRows rows;
    private final ImportanceSettings settings;
    private final CancelToken cancel;
    private final double score;
    private final int[][] resamples;
    private final double[] resampledScores;

    private PermutationImportance(Pipeline pipeline, Table table, Target truth, Metric metric, ImportanceSettings settings,
            CancelToken cancel) {
        this.metric = metric;
        this.truth = truth;
        this.positive = pipeline.signature().positive();
        this.rows = new MixedRows(pipeline, table);
        this.settings = settings;
        this.cancel = cancel;
        this.score = metric.compute(truth, rows.answers(), positive);
        if (Double.isNaN(score)) {
            throw new ProblemException(Problem.of("score-undefined", "%s is not defined on the %d judged rows."
                    .formatted(metric.id(), truth.rows()), "Choose another metric or rows of each class."));
        }
        this.resamples = resamples(truth.rows(), settings.seed().child("resample", 0));
        this.resampledScores = resampled(rows.answers());
    }

    /// Measures every input column.
    ///
    /// @param table    rows the model has not learnt from; has the signature's inputs
    /// @param truth    their answers
    /// @param finished hears each column as it is done, on the calling thread
    /// @throws java.util.concurrent.CancellationException if cancelled
    /// @throws ProblemException if the metric is not defined on the rows
    public static Importances compute(Pipeline pipeline, Table table, Target truth, Metric metric,
            ImportanceSettings settings, CancelToken cancel, Consumer<ColumnImportance> finished) {
        int[] sample = StratifiedSample.of(truth, settings.mostRows(), settings.seed().child("rows", 0));
        PermutationImportance work = new PermutationImportance(pipeline, table.select(sample), truth.select(sample), metric,
                settings, cancel);
        List<ColumnImportance> columns = new ArrayList<>();
        List<String> names = pipeline.signature().inputs().names();
        for (int i = 0; i < names.size(); i++) {
            ColumnImportance column = work.rows.columns().contains(names.get(i)) ? work.column(names.get(i), i)
                    : new ColumnImportance(names.get(i), 0, 0, 0);
            columns.add(column);
            finished.accept(column);
        }
        columns.sort(Comparator.comparing((ColumnImportance each) -> !work.rows.columns().contains(each.column()))
                .thenComparingDouble((ColumnImportance each) -> -each.loss()));
        return new Importances(metric.id(), work.score, sample.length, truth.rows(), settings.repeats(), columns);
    }

    private ColumnImportance column(String name, int place) {
        double mean = 0;
        double[][] losses = new double[settings.repeats()][];
        for (int repeat = 0; repeat < losses.length; repeat++) {
            cancel.stopIfCancelled();
            Seed seed = settings.seed().child("column", place).child("shuffle", repeat);
            Predictions shuffled = rows.exchanged(name, shuffled(truth.rows(), seed.random()));
            mean += loss(score, metric.compute(truth, shuffled, positive)) / losses.length;
            double[] again = resampled(shuffled);
            for (int i = 0; i < again.length; i++) {
                again[i] = loss(resampledScores[i], again[i]);
            }
            losses[repeat] = again;
        }
        double[] sorted = means(losses, settings.seed().child("interval", place).random());
        double lower = sorted.length == 0 ? mean : sorted[(int) (TAIL * sorted.length)];
        double upper = sorted.length == 0 ? mean : sorted[sorted.length - 1 - (int) (TAIL * sorted.length)];
        return new ColumnImportance(name, mean, Math.min(lower, mean), Math.max(upper, mean));
    }

    private double loss(double before, double after) {
        return metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? before - after : after - before;
    }

    // For each resample the mean over as many shuffles as there are, drawn with replacement; rising, without NaN.
    private static double[] means(double[][] losses, RandomGenerator random) {
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int draw = 0; draw < losses.length; draw++) {
                means[i] += losses[random.nextInt(losses.length)][i] / losses.length;
            }
        }
        return Arrays.stream(means).filter(Double::isFinite).sorted().toArray();
    }

    private double[] resampled(Predictions predictions) {
        Metric.Counted counted = metric.counted(truth, predictions, positive);
        return Arrays.stream(resamples).mapToDouble(counted::compute).toArray();
    }

    private static int[][] resamples(int rows, Seed seed) {
        RandomGenerator random = seed.random();
        int[][] counts = new int[RESAMPLES][rows];
        for (int[] each : counts) {
            for (int draw = 0; draw < rows; draw++) {
                each[random.nextInt(rows)]++;
            }
        }
        return counts;
    }

    private static int[] shuffled(int rows, RandomGenerator random) {
        int[] order = IntStream.range(0, rows).toArray();
        for (int i = rows - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = order[other];
            order[other] = order[i];
            order[i] = row;
        }
        return order;
    }
}
