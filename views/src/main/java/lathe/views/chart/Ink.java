package lathe.views.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/// Puts boxes, lines, dots and rules on the plot.
final class Ink {

    private static final BasicStroke CURVE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THIN = new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke WHISKER = new BasicStroke(1.3f);
    private static final BasicStroke DASHED = dashes(1.6f, 5f, 4f);
    private static final BasicStroke RULE = dashes(1.2f, 4f, 3f);
    private static final int BAND_ALPHA = 40;
    private static final int THIN_ALPHA = 75;
    private static final int HALO_ALPHA = 215;
    /// Half the height of capitals in Inter, in ems.
    private static final double HALF_CAPITAL = 0.364;
    private static final double RING = 1.2;

    private final Graphics2D g2;
    private final Sheet sheet;
    private final Places places;
    private final ChartTheme theme;
    private final Font font;

    Ink(Graphics2D g2, Sheet sheet, Places places, ChartTheme theme, Font font) {
        this.g2 = g2;
        this.sheet = sheet;
        this.places = places;
        this.theme = theme;
        this.font = font;
    }

    private static BasicStroke dashes(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {on, off}, 0f);
    }

    void draw() {
        g2.setFont(font);
        sheet.boxes().forEach(this::box);
        sheet.curves().forEach(this::band);
        sheet.rules().forEach(this::rule);
        sheet.curves().forEach(this::curve);
        sheet.whiskers().forEach(this::whisker);
        sheet.marks().forEach(this::mark);
        sheet.rules().forEach(this::ruleLabel);
        sheet.boxes().forEach(this::boxTexts);
    }

    private void box(Sheet.Box box) {
        Rectangle2D place = places.box(box);
        g2.setColor(theme.tint(box.hue(), box.tint()));
        double corner = Math.min(box.corner(), Math.min(place.getWidth(), place.getHeight()) / 2) * 2;
        g2.fill(corner < 1 ? place : new RoundRectangle2D.Double(place.getX(), place.getY(), place.getWidth(),
                place.getHeight(), corner, corner));
    }

    private void boxTexts(Sheet.Box box) {
        Rectangle2D place = places.box(box);
        FontMetrics metrics = g2.getFontMetrics(font);
        if (!box.inside().isEmpty()) {
            inside(box, place, metrics);
        }
        if (box.beside().isEmpty()) {
            return;
        }
        double width = metrics.stringWidth(box.beside());
        double x = box.above() ? place.getCenterX() - width / 2 : place.getMaxX() + 6;
        double y = box.above() ? place.getY() - 5 : baseline(place.getCenterY(), font);
        if (box.above() && width > place.getWidth() * 1.4) {
            return;
        }
        halo(x, y, width, metrics);
        text(box.beside(), x, y, theme.muted());
    }

    private void inside(Sheet.Box box, Rectangle2D place, FontMetrics metrics) {
        Color colour = theme.textOn(theme.tint(box.hue(), box.tint()));
        List<String> lines = box.inside();
        Font strong = font.deriveFont(Font.BOLD, font.getSize2D() + 2);
        FontMetrics large = g2.getFontMetrics(strong);
        boolean both = lines.size() > 1 && place.getHeight() > 2.6 * metrics.getHeight();
        double middle = baseline(place.getCenterY(), strong);
        double first = both ? middle - metrics.getHeight() * 0.55 : middle;
        String head = lines.getFirst();
        boolean fits = large.stringWidth(head) <= place.getWidth() - 4 && large.getAscent() <= place.getHeight();
        if (!fits) {
            return;
        }
        g2.setFont(strong);
        text(head, place.getCenterX() - large.stringWidth(head) / 2.0, first, colour);
        g2.setFont(font);
        if (both) {
            String note = lines.get(1);
            text(note, place.getCenterX() - metrics.stringWidth(note) / 2.0, first + metrics.getHeight() * 1.15, colour);
        }
    }

    /// Where a line of capitals and digits stands to be centred on `middle`; on a whole pixel, so that it stays sharp.
    private static double baseline(double middle, Font font) {
        return Math.floor(middle + font.getSize2D() * HALF_CAPITAL);
    }

    private void band(Series line) {
        if (line.points().stream().noneMatch(Point::banded)) {
            return;
        }
        List<Point> points = line.points().stream().filter(point -> point.drawn() && point.banded()).toList();
        boolean steps = line.stroke() == Series.Stroke.STEP;
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (steps && i > 0) {
                to(path, point.x(), points.get(i - 1).high());
            }
            to(path, point.x(), point.high());
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            Point point = points.get(i);
            if (steps && i < points.size() - 1) {
                to(path, points.get(i + 1).x(), point.low());
            }
            to(path, point.x(), point.low());
        }
        path.closePath();
        g2.setColor(faded(theme.of(line.hue()), BAND_ALPHA));
        g2.fill(path);
    }

    private void curve(Series line) {
        Path2D path = new Path2D.Double();
        Point before = null;
        for (Point point : line.points()) {
            if (!point.drawn()) {
                before = null;
                continue;
            }
            if (before == null) {
                path.moveTo(places.x(point.x()), places.y(point.y()));
            } else {
                if (line.stroke() == Series.Stroke.STEP) {
                    path.lineTo(places.x(point.x()), places.y(before.y()));
                }
                path.lineTo(places.x(point.x()), places.y(point.y()));
            }
            before = point;
        }
        Color colour = theme.of(line.hue());
        g2.setStroke(switch (line.stroke()) {
            case LINE, STEP -> CURVE;
            case DASHED -> DASHED;
            case THIN -> THIN;
        });
        g2.setColor(line.stroke() == Series.Stroke.THIN ? faded(colour, THIN_ALPHA) : colour);
        g2.draw(path);
    }

    private void to(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(places.x(x), places.y(y));
        } else {
            path.lineTo(places.x(x), places.y(y));
        }
    }

    private void whisker(Sheet.Whisker whisker) {
        g2.setStroke(WHISKER);
        g2.setColor(theme.text());
        double cap = 3.5;
        if (whisker.horizontal()) {
            double y = places.y(whisker.at());
            double low = places.x(whisker.low());
            double high = places.x(whisker.high());
            g2.draw(new Line2D.Double(low, y, high, y));
            g2.draw(new Line2D.Double(low, y - cap, low, y + cap));
            g2.draw(new Line2D.Double(high, y - cap, high, y + cap));
        } else {
            double x = places.x(whisker.at());
            double low = places.y(whisker.low());
            double high = places.y(whisker.high());
            g2.draw(new Line2D.Double(x, low, x, high));
            g2.draw(new Line2D.Double(x - cap, low, x + cap, low));
            g2.draw(new Line2D.Double(x - cap, high, x + cap, high));
        }
    }

    private void mark(Sheet.Mark mark) {
        double x = places.x(mark.x());
        double y = places.y(mark.y());
        Color colour = theme.of(mark.hue());
        if (mark.ringed()) {
            g2.setColor(theme.background());
            g2.fill(Symbols.dot(mark.hue(), x, y, mark.radius() + RING));
        }
        g2.setColor(mark.ringed() ? colour : faded(colour, 150));
        g2.fill(Symbols.dot(mark.hue(), x, y, mark.radius()));
    }

    private void rule(Rule rule) {
        Rectangle2D area = places.area();
        g2.setStroke(RULE);
        g2.setColor(rule.kind() == Rule.Kind.DIAGONAL ? theme.muted() : theme.rule());
        switch (rule.kind()) {
            case HORIZONTAL -> {
                double y = Math.rint(places.y(rule.value())) + 0.5;
                g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
            }
            case VERTICAL -> {
                double x = Math.rint(places.x(rule.value())) + 0.5;
                double foot = area.getMaxY() - (sheet.rulesAtFoot() && !rule.label().isEmpty() ? 20 : 0);
                g2.draw(new Line2D.Double(x, area.getMinY(), x, foot));
            }
            case DIAGONAL -> g2.draw(diagonal());
        }
    }

    private Line2D diagonal() {
        double from = Math.max(sheet.x().low(), sheet.y().low());
        double to = Math.min(sheet.x().high(), sheet.y().high());
        return new Line2D.Double(places.x(from), places.y(from), places.x(to), places.y(to));
    }

    private void ruleLabel(Rule rule) {
        if (rule.label().isEmpty()) {
            return;
        }
        FontMetrics metrics = g2.getFontMetrics(font);
        double width = metrics.stringWidth(rule.label());
        Point2D place = switch (rule.kind()) {
            case HORIZONTAL -> besideHorizontal(rule.value(), width, metrics);
            case VERTICAL -> besideVertical(rule.value(), width, metrics);
            case DIAGONAL -> besideDiagonal(width);
        };
        halo(place.getX(), place.getY(), width, metrics);
        text(rule.label(), place.getX(), place.getY(), theme.muted());
    }

    private Point2D besideHorizontal(double value, double width, FontMetrics metrics) {
        Rectangle2D area = places.area();
        double above = places.y(value) - 6;
        boolean fits = above - metrics.getAscent() >= area.getMinY();
        return new Point2D.Double(area.getMaxX() - width - 4, fits ? above : above + metrics.getAscent() + 10);
    }

    private Point2D besideVertical(double value, double width, FontMetrics metrics) {
        Rectangle2D area = places.area();
        double at = places.x(value);
        if (sheet.rulesAtFoot()) {
            double most = Math.max(area.getMinX(), area.getMaxX() - width);
            return new Point2D.Double(Math.clamp(at - width / 2, area.getMinX(), most), area.getMaxY() - 5);
        }
        boolean right = at + width + 10 < area.getMaxX();
        return new Point2D.Double(right ? at + 6 : at - width - 6, area.getMinY() + metrics.getAscent());
    }

    // Near the upper end, but never so near that a long label is cut.
    private Point2D besideDiagonal(double width) {
        Line2D line = diagonal();
        double across = line.getX2() - line.getX1();
        double fits = (places.area().getMaxX() - width - 12 - line.getX1()) / across;
        double share = Math.clamp(fits, 0, 0.88);
        return new Point2D.Double(line.getX1() + across * share + 10,
                line.getY1() + (line.getY2() - line.getY1()) * share + 14);
    }

    private void halo(double x, double y, double width, FontMetrics metrics) {
        g2.setColor(faded(theme.background(), HALO_ALPHA));
        g2.fill(new Rectangle2D.Double(x - 2, y - metrics.getAscent(), width + 4, metrics.getHeight()));
    }

    private void text(String text, double x, double y, Color colour) {
        g2.setColor(colour);
        g2.drawString(text, (float) x, (float) y);
    }

    private static Color faded(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /// The plot with a margin, so that dots on its edge are not cut.
    static Shape clip(Rectangle2D area) {
        double margin = 9;
        return new Rectangle2D.Double(area.getX() - margin, area.getY() - margin, area.getWidth() + 2 * margin,
                area.getHeight() + 2 * margin);
    }
}
