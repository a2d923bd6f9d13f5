package lathe.views.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/// Where on the drawing a value lies, known once the axes have their room.
record Places(Rectangle2D area, ValueAxis across, ValueAxis upwards) {

    /// Something the pointer or the arrow keys can rest on.
    record Spot(Rectangle2D area, boolean round, String text) {

        double distance(double x, double y) {
            return area.contains(x, y) && !round ? 0 : Math.hypot(area.getCenterX() - x, area.getCenterY() - y);
        }
    }

    private static final double SPOT = 5;

    double x(double value) {
        return across.valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    double y(double value) {
        return upwards.valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    /// On whole pixels, a hair smaller, so that neighbours stay apart.
    Rectangle2D box(Sheet.Box box) {
        double left = Math.rint(Math.min(x(box.left()), x(box.right())));
        double right = Math.rint(Math.max(x(box.left()), x(box.right())));
        double top = Math.rint(Math.min(y(box.bottom()), y(box.top())));
        double bottom = Math.rint(Math.max(y(box.bottom()), y(box.top())));
        return new Rectangle2D.Double(left, top, Math.max(2, right - left - 1), Math.max(1, bottom - top - 1));
    }

    /// In the order of the arrow keys: lines and boxes as they were given, then dots.
    List<Spot> spots(Sheet sheet, Locale locale) {
        List<Spot> spots = new ArrayList<>();
        for (Sheet.Box box : sheet.boxes()) {
            spots.add(new Spot(box(box), false, box.tip().get()));
        }
        for (Series line : sheet.curves()) {
            if (line.stroke() != Series.Stroke.THIN) {
                line.points().stream().filter(Point::drawn).forEach(point -> spots.add(round(point.x(), point.y(),
                        told(sheet, line, point, locale))));
            }
        }
        for (Sheet.Mark mark : sheet.marks()) {
            spots.add(round(mark.x(), mark.y(), mark.tip().get()));
        }
        return spots;
    }

    private Spot round(double x, double y, String text) {
        return new Spot(new Rectangle2D.Double(x(x) - SPOT, y(y) - SPOT, 2 * SPOT, 2 * SPOT), true, text);
    }

    private static String told(Sheet sheet, Series line, Point point, Locale locale) {
        String text = LineSheets.tip(line.name(), Axis.of(sheet.x().label(), sheet.x().unit()),
                Axis.of(sheet.y().label(), sheet.y().unit()), point.x(), point.y(), locale);
        Unit unit = sheet.y().unit();
        return point.banded() ? text + " (" + unit.text(point.low(), locale) + " – " + unit.text(point.high(), locale) + ")"
                : text;
    }
}
