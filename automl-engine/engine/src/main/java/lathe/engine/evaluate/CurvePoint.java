package lathe.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

/// A point of a curve that a threshold walks along.
///
/// @param x         share in [0, 1]
/// @param y         share in [0, 1]
/// @param threshold rows with at least this probability are called positive; infinite where none is
public record CurvePoint(double x, double y, double threshold) {

    /// As many points as a screen can show.
    static final int MOST = 500;

    /// Leaves out points so that those kept lie evenly along the length of the curve; ends stay.
    static List<CurvePoint> thin(List<CurvePoint> points) {
        if (points.size() <= MOST) {
            return List.copyOf(points);
        }
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += step(points, i);
        }
        List<CurvePoint> kept = new ArrayList<>(MOST);
        kept.add(points.getFirst());
        double walked = 0;
        for (int i = 1; i < points.size() - 1; i++) {
            walked += step(points, i);
            if (walked >= kept.size() * length / (MOST - 1) && kept.size() < MOST - 1) {
                kept.add(points.get(i));
            }
        }
        kept.add(points.getLast());
        return List.copyOf(kept);
    }

    private static double step(List<CurvePoint> points, int i) {
        return Math.abs(points.get(i).x() - points.get(i - 1).x()) + Math.abs(points.get(i).y() - points.get(i - 1).y());
    }
}
