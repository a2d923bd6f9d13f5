package lathe.views.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import lathe.views.chart.Sheet.Symbol;

/// The shapes of dots and legend entries. Families have shapes of their own, so that colour is never the only sign.
final class Symbols {

    private Symbols() {}

    static Shape dot(Hue hue, double x, double y, double radius) {
        return switch (hue) {
            case LINEAR -> polygon(x, y, radius * 1.3, radius * 1.3, 4);
            case FORESTS -> polygon(x, y + radius * 0.15, radius * 1.35, radius * 1.35, 3);
            case SIMILARITY -> polygon(x, y, radius * 1.25, radius * 1.25, 6);
            case NETWORKS -> square(x, y, radius * 0.92);
            case ENSEMBLE -> polygon(x, y, radius * 1.7, radius * 0.75, 10);
            case ACCENT, GOOD, CAUTION, BAD, NEUTRAL, MUTED, BASELINE, BOOSTING ->
                new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        };
    }

    /// Around the origin, as JFreeChart's legend takes it.
    static Shape legend(Symbol symbol, Hue hue) {
        return switch (symbol) {
            case DOT -> dot(hue, 0, 0, 4.5);
            case LINE -> new Rectangle2D.Double(-7, -1.25, 14, 2.5);
            case SQUARE -> new Rectangle2D.Double(-4.5, -4.5, 9, 9);
            case DASH -> {
                Path2D dashes = new Path2D.Double();
                dashes.append(new Rectangle2D.Double(-7, -1, 4, 2), false);
                dashes.append(new Rectangle2D.Double(-1.5, -1, 4, 2), false);
                dashes.append(new Rectangle2D.Double(4, -1, 3, 2), false);
                yield dashes;
            }
        };
    }

    private static Shape square(double x, double y, double half) {
        return new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
    }

    /// Corners alternate between two radii: equal ones make a polygon, unequal ones a star.
    private static Shape polygon(double x, double y, double outer, double inner, int corners) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = -Math.PI / 2 + 2 * Math.PI * i / corners;
            double radius = i % 2 == 0 ? outer : inner;
            double atX = x + radius * Math.cos(angle);
            double atY = y + radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(atX, atY);
            } else {
                path.lineTo(atX, atY);
            }
        }
        path.closePath();
        return path;
    }
}
