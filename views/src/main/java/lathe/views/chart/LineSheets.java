package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import lathe.views.chart.Sheet.Entry;
import lathe.views.chart.Sheet.Mark;
import lathe.views.chart.Sheet.Side;
import lathe.views.chart.Sheet.Symbol;

/// Lays out lines and dots over two numeric axes.
final class LineSheets {

    private static final double AIR = 0.05;
    private static final double DOT = 4;
    private static final double MANY = 400;

    private LineSheets() {}

    static Sheet of(LineFigure figure, Locale locale) {
        Extent x = new Extent();
        Extent y = new Extent();
        for (Series line : figure.series()) {
            for (Point point : line.points()) {
                if (point.drawn()) {
                    x.add(point.x());
                    y.add(point.y());
                    y.add(point.low());
                    y.add(point.high());
                }
            }
        }
        reach(figure.dots(), figure.rules(), x, y);
        double sides = figure.dots().isEmpty() ? 0 : 0.02;
        return new Sheet(Side.numeric(figure.x(), x.settled(figure.x(), sides), false),
                Side.numeric(figure.y(), y.settled(figure.y(), AIR), true), List.of(), List.of(), figure.series(),
                marks(figure.dots(), figure.x(), figure.y(), DOT, locale), figure.rules(),
                legend(figure.series(), figure.dots()), false);
    }

    static Sheet of(ScatterFigure figure, Locale locale) {
        Extent x = new Extent();
        Extent y = new Extent();
        reach(figure.groups(), figure.rules(), x, y);
        int count = figure.groups().stream().mapToInt(group -> group.dots().size()).sum();
        Side across = Side.numeric(figure.x(), x.settled(figure.x(), AIR), true);
        return new Sheet(across, Side.numeric(figure.y(), y.settled(figure.y(), AIR), true), List.of(), List.of(),
                List.of(), marks(figure.groups(), figure.x(), figure.y(), count > MANY ? 2.2 : 3.2, locale),
                figure.rules(), legend(List.of(), figure.groups()), false);
    }

    private static void reach(List<Dots> groups, List<Rule> rules, Extent x, Extent y) {
        for (Dots group : groups) {
            for (Dot dot : group.dots()) {
                if (dot.drawn()) {
                    x.add(dot.x());
                    y.add(dot.y());
                }
            }
        }
        for (Rule rule : rules) {
            switch (rule.kind()) {
                case HORIZONTAL -> y.add(rule.value());
                case VERTICAL -> x.add(rule.value());
                case DIAGONAL -> { }
            }
        }
    }

    private static List<Mark> marks(List<Dots> groups, Axis x, Axis y, double radius, Locale locale) {
        List<Mark> marks = new ArrayList<>();
        for (Dots group : groups) {
            for (Dot dot : group.dots()) {
                if (dot.drawn()) {
                    Supplier<String> tip = () -> dot.tip().isEmpty() ? tip(group.name(), x, y, dot.x(), dot.y(), locale)
                            : dot.tip();
                    marks.add(new Mark(dot.x(), dot.y(), group.hue(), radius, radius >= DOT, tip));
                }
            }
        }
        return marks;
    }

    /// Names that come twice, once as a line and once as dots, are written once.
    private static List<Entry> legend(List<Series> series, List<Dots> groups) {
        List<Entry> entries = new ArrayList<>();
        for (Series line : series) {
            if (!line.name().isEmpty() && line.stroke() != Series.Stroke.THIN) {
                Symbol symbol = line.stroke() == Series.Stroke.DASHED ? Symbol.DASH : Symbol.LINE;
                entries.add(new Entry(line.name(), line.hue(), symbol));
            }
        }
        for (Dots group : groups) {
            boolean known = entries.stream().anyMatch(entry -> entry.name().equals(group.name()));
            if (!group.name().isEmpty() && !known) {
                entries.add(new Entry(group.name(), group.hue(), Symbol.DOT));
            }
        }
        return entries;
    }

    static String tip(String name, Axis x, Axis y, double atX, double atY, Locale locale) {
        String head = name.isEmpty() ? "" : name + "\n";
        return head + line(x, atX, locale) + "\n" + line(y, atY, locale);
    }

    private static String line(Axis axis, double value, Locale locale) {
        String written = axis.unit().text(value, locale);
        return axis.label().isEmpty() ? written : axis.label() + " " + written;
    }
}
