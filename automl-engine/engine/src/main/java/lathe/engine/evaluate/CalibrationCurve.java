package lathe.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// Whether probabilities mean what they say: rows in order of probability, cut into up to ten bins of a tenth of the
/// rows or, with ties, more.
///
/// @param bins  from the lowest probability to the highest; equal probabilities share a bin
/// @param error mean distance between what was said and what came, weighted by rows: the expected calibration error
public record CalibrationCurve(List<Bin> bins, double error) {

    private static final int MOST_BINS = 10;

    /// Rows with similar probability.
    ///
    /// @param said mean probability, in [0, 1]
    /// @param came share of rows of the class, in [0, 1]
    /// @param rows at least 1
    public record Bin(double said, double came, int rows) { }

    public CalibrationCurve {
        bins = List.copyOf(bins);
    }

    /// @param positive a class of any classification task
    public static CalibrationCurve of(Target truth, Predictions predictions, int positive) {
        Shapes.requireRows(truth, predictions);
        Ranking ranking = Ranking.of(truth, predictions, positive);
        int rows = ranking.rows();
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        double said = 0;
        int came = 0;
        int size = 0;
        for (int place = rows - 1; place >= 0; place--) {
            said += ranking.probability(place);
            came += ranking.isPositive(place) ? 1 : 0;
            size++;
            boolean full = (long) size * MOST_BINS >= rows;
            if (place == 0 || full && !ranking.tiedWithPrevious(place)) {
                bins.add(new Bin(said / size, (double) came / size, size));
                error += Math.abs(said - came) / rows;
                said = 0;
                came = 0;
                size = 0;
            }
        }
        return new CalibrationCurve(bins, error);
    }
}
