package lathe.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// Share of positive rows found (y) against share of other rows called positive (x) as the threshold falls.
///
/// @param points from (0, 0) to (1, 1), at most 500; empty if only one class has rows
public record RocCurve(List<CurvePoint> points) {

    public RocCurve {
        points = List.copyOf(points);
    }

    /// @param positive a class of any classification task; all others together are the negative one
    public static RocCurve of(Target truth, Predictions predictions, int positive) {
        Shapes.requireRows(truth, predictions);
        Ranking ranking = Ranking.of(truth, predictions, positive);
        List<CurvePoint> points = new ArrayList<>();
        long positives = ranking.positives();
        long negatives = ranking.rows() - positives;
        if (positives == 0 || negatives == 0 || ranking.hasNaN()) {
            return new RocCurve(points);
        }
        points.add(new CurvePoint(0, 0, Double.POSITIVE_INFINITY));
        long found = 0;
        for (int place = 0; place < ranking.rows(); place++) {
            found += ranking.isPositive(place) ? 1 : 0;
            if (ranking.lastOfTie(place)) {
                points.add(new CurvePoint((double) (place + 1 - found) / negatives, (double) found / positives,
                        ranking.probability(place)));
            }
        }
        return new RocCurve(CurvePoint.thin(points));
    }
}
