package lathe.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// Precision (y) against recall (x) as the threshold falls.
///
/// @param points   from recall 0, where precision is drawn as 1, to recall 1, at most 500; empty if only one class has
///                 rows
/// @param baseline share of positive rows, the precision of guessing
public record PrecisionRecallCurve(List<CurvePoint> points, double baseline) {

    public PrecisionRecallCurve {
        points = List.copyOf(points);
    }

    /// @param positive a class of any classification task; all others together are the negative one
    public static PrecisionRecallCurve of(Target truth, Predictions predictions, int positive) {
        Shapes.requireRows(truth, predictions);
        Ranking ranking = Ranking.of(truth, predictions, positive);
        List<CurvePoint> points = new ArrayList<>();
        long positives = ranking.positives();
        double baseline = (double) positives / ranking.rows();
        if (positives == 0 || positives == ranking.rows() || ranking.hasNaN()) {
            return new PrecisionRecallCurve(points, baseline);
        }
        points.add(new CurvePoint(0, 1, Double.POSITIVE_INFINITY));
        long found = 0;
        for (int place = 0; place < ranking.rows() && found < positives; place++) {
            found += ranking.isPositive(place) ? 1 : 0;
            if (ranking.lastOfTie(place) || found == positives) {
                int end = ranking.endOfTie(place);
                points.add(new CurvePoint((double) found / positives, (double) found / (end + 1),
                        ranking.probability(place)));
            }
        }
        return new PrecisionRecallCurve(CurvePoint.thin(points), baseline);
    }
}
