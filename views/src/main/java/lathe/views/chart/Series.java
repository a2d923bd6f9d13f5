package lathe.views.chart;

import java.util.List;

/// One line of a figure.
///
/// @param name   for legend, tooltip and table; empty for none
/// @param points in the order in which they are joined
public record Series(String name, Hue hue, Stroke stroke, List<Point> points) {

    /// How the points are joined.
    public enum Stroke {
        LINE,
        /// The value holds until the next point.
        STEP,
        /// What is expected, not measured.
        DASHED,
        /// Grey and thin, one of many, not in the legend.
        THIN
    }

    public Series {
        points = List.copyOf(points);
    }

    public static Series line(String name, Hue hue, List<Point> points) {
        return new Series(name, hue, Stroke.LINE, points);
    }

    public static Series step(String name, Hue hue, List<Point> points) {
        return new Series(name, hue, Stroke.STEP, points);
    }

    public static Series dashed(String name, Hue hue, List<Point> points) {
        return new Series(name, hue, Stroke.DASHED, points);
    }

    public static Series thin(List<Point> points) {
        return new Series("", Hue.MUTED, Stroke.THIN, points);
    }
}
