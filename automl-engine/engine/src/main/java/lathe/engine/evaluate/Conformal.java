package lathe.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Uncertainty;

/// Ranges and prediction sets from out-of-fold predictions: what bounds so many past errors bounds future ones, too.
///
/// With n rows a bound is their value of rank ⌈(n + 1) · level⌉; with fewer rows than that rank asks for there is none.
///
/// Sources of the methods: J. Lei et al., "Distribution-Free Predictive Inference for Regression", JASA 2018 (residuals,
/// scaled by their local size); R. Barber, E. Candès, A. Ramdas, R. Tibshirani, "Predictive Inference with the Jackknife+",
/// Annals of Statistics 2021 (out-of-fold residuals; one interval around the mean of the fold models stands here for the
/// quantiles over them); M. Sadinle et al., "Least Ambiguous Set-Valued Classifiers", JASA 2019 (least probabilities, by
/// class).
public final class Conformal {

    /// Share of new rows to be covered.
    public static final double LEVEL = 0.9;

    private static final int ROWS_OF_PLACE = 100;
    private static final int MOST_PLACES = 10;
    private static final double LEAST_SCALE = 0.1;
    private static final int ROWS_OF_CLASS = 50;

    private Conformal() {
    }

    /// @param truth       answers of rows
    /// @param predictions for the same rows, of models that had not seen them
    /// @return nothing if there are too few rows
    public static Uncertainty of(Target truth, Predictions predictions, double level) {
        return truth.task().isClassification() ? sets(truth, predictions, level) : range(truth, predictions, level);
    }

    private static Uncertainty range(Target truth, Predictions predictions, double level) {
        int rows = truth.rows();
        int rank = rank(rows, level);
        if (rank > rows) {
            return new Uncertainty.None();
        }
        double[] predicted = predictions.values();
        double[] errors = IntStream.range(0, rows).mapToDouble(row -> Math.abs(truth.value(row) - predicted[row])).toArray();
        Uncertainty.Range unit = scales(predicted, errors, level);
        double[] scaled = IntStream.range(0, rows)
                .mapToDouble(row -> errors[row] / (unit.high(predicted[row]) - predicted[row])).sorted().toArray();
        return new Uncertainty.Range(level, unit.at(), unit.scale(), scaled[rank - 1]);
    }

    // The usual error in stretches of equally many rows in order of the prediction.
    private static Uncertainty.Range scales(double[] predicted, double[] errors, double level) {
        int rows = errors.length;
        double usual = Arrays.stream(errors).average().orElse(0);
        if (usual == 0) {
            return new Uncertainty.Range(level, List.of(0.0), List.of(1.0), 1);
        }
        int places = Math.clamp(rows / ROWS_OF_PLACE, 1, MOST_PLACES);
        int[] order = Sorting.order(predicted);
        List<Double> at = new ArrayList<>();
        List<Double> scale = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            int[] some = Arrays.copyOfRange(order, (int) ((long) place * rows / places), (int) ((long) (place + 1) * rows / places));
            double center = Arrays.stream(some).mapToDouble(row -> predicted[row]).average().orElseThrow();
            if (at.isEmpty() || at.getLast() < center) {
                at.add(center);
                scale.add(Math.max(LEAST_SCALE * usual, Arrays.stream(some).mapToDouble(row -> errors[row]).average().orElseThrow()));
            }
        }
        return new Uncertainty.Range(level, at, scale, 1);
    }

    // Classes of few rows share a bound.
    private static Uncertainty sets(Target truth, Predictions predictions, double level) {
        int[] rows = IntStream.range(0, truth.rows()).toArray();
        if (rank(rows.length, level) > rows.length) {
            return new Uncertainty.None();
        }
        int[] sizes = new int[truth.classCount()];
        Arrays.stream(rows).forEach(row -> sizes[truth.classIndex(row)]++);
        double all = least(truth, predictions, rows, level);
        int[] rare = Arrays.stream(rows).filter(row -> sizes[truth.classIndex(row)] < ROWS_OF_CLASS).toArray();
        double ofRare = rare.length < ROWS_OF_CLASS ? all : least(truth, predictions, rare, level);
        List<Double> least = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            int index = c;
            least.add(sizes[c] < ROWS_OF_CLASS ? ofRare : least(truth, predictions,
                    Arrays.stream(rows).filter(row -> truth.classIndex(row) == index).toArray(), level));
        }
        return new Uncertainty.Sets(level, least);
    }

    private static double least(Target truth, Predictions predictions, int[] rows, double level) {
        double[] probabilities = Arrays.stream(rows).mapToDouble(row -> predictions.at(row, truth.classIndex(row))).sorted().toArray();
        int rank = rank(rows.length, level);
        return rank > rows.length ? 0 : Math.clamp(probabilities[rows.length - rank], 0, 1);
    }

    // The smallest rounding error below a whole number must not cost a rank.
    private static int rank(int rows, double level) {
        return (int) Math.ceil((rows + 1) * level - 1e-9);
    }
}
