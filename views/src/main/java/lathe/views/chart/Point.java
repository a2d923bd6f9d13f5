package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;

/// One point of a series; a point that is not finite breaks the line.
///
/// @param low  lower end of the band at this point, NaN for none
/// @param high upper end of the band at this point, NaN for none
public record Point(double x, double y, double low, double high) {

    public static Point of(double x, double y) {
        return new Point(x, y, Double.NaN, Double.NaN);
    }

    public static Point band(double x, double y, double low, double high) {
        return new Point(x, y, low, high);
    }

    /// @throws IllegalArgumentException if there are not as many x as y
    public static List<Point> of(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException("points need as many x as y, had %d and %d".formatted(xs.length, ys.length));
        }
        List<Point> points = new ArrayList<>(xs.length);
        for (int i = 0; i < xs.length; i++) {
            points.add(of(xs[i], ys[i]));
        }
        return points;
    }

    boolean drawn() {
        return Double.isFinite(x) && Double.isFinite(y);
    }

    boolean banded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
