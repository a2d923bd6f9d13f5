package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lathe.views.chart.BarFigure.Bar;
import lathe.views.chart.BarFigure.Part;
import lathe.views.chart.Sheet.Box;
import lathe.views.chart.Sheet.Entry;
import lathe.views.chart.Sheet.Side;
import lathe.views.chart.Sheet.Symbol;
import lathe.views.chart.Sheet.Whisker;

/// Lays out bars.
final class BarSheets {

    private static final double HALF = 0.34;
    private static final double CORNER = 3;
    private static final double ROOM_FOR_NUMBERS = 0.12;
    private static final int NUMBERS_UP_TO = 12;

    private final BarFigure figure;
    private final Locale locale;
    private final boolean edged;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Whisker> whiskers = new ArrayList<>();
    private final Extent reach = new Extent();

    private BarSheets(BarFigure figure, Locale locale) {
        this.figure = figure;
        this.locale = locale;
        this.edged = figure.edged();
    }

    /// Where a bar begins and ends.
    private record Ends(double from, double to, double value) {}

    static Sheet of(BarFigure figure, Locale locale) {
        return new BarSheets(figure, locale).sheet();
    }

    private Sheet sheet() {
        if (!figure.values().log()) {
            reach.add(0);
        }
        for (int i = 0; i < figure.bars().size(); i++) {
            bar(figure.bars().get(i), i);
        }
        figure.rules().forEach(rule -> reach.add(along(rule) ? rule.value() : Double.NaN));
        Extent settled = reach.settled(figure.values(), 0);
        double room = (settled.high() - settled.low()) * (numbered() ? ROOM_FOR_NUMBERS : 0.04);
        boolean fixed = Double.isFinite(figure.values().high());
        Side length = Side.numeric(figure.values(), settled, true).stretched(fixed || figure.values().log() ? 0 : room);
        Side thing = thing();
        return new Sheet(figure.horizontal() ? length : thing, figure.horizontal() ? thing : length, boxes, whiskers,
                List.of(), List.of(), figure.rules(), legend(), false);
    }

    private boolean along(Rule rule) {
        return rule.kind() == (figure.horizontal() ? Rule.Kind.VERTICAL : Rule.Kind.HORIZONTAL);
    }

    private boolean numbered() {
        return figure.bars().size() <= (figure.horizontal() ? 40 : NUMBERS_UP_TO) && !edged;
    }

    private Side thing() {
        if (edged) {
            Extent edges = new Extent();
            figure.bars().forEach(bar -> {
                edges.add(bar.from());
                edges.add(bar.to());
            });
            return Side.numeric(figure.categories(), edges.settled(figure.categories(), 0), false);
        }
        List<String> names = figure.bars().stream().map(Bar::label).toList();
        return Side.named(figure.categories().label(), names, figure.horizontal());
    }

    private void bar(Bar bar, int place) {
        double foot = figure.values().log() ? Math.max(figure.values().low(), Double.MIN_NORMAL) : 0;
        double sum = 0;
        int lastShown = lastShown(bar);
        for (int p = 0; p < figure.parts().size(); p++) {
            double value = bar.values().get(p);
            boolean last = p == lastShown;
            if (!Double.isFinite(value) || value == 0 && !last) {
                continue;   // nothing is not drawn as a sliver
            }
            Part part = figure.parts().get(p);
            double start = sum == 0 ? foot : sum;
            String number = last && numbered() && !bar.ranged() ? figure.values().unit().text(bar.total(), locale) : "";
            boxes.add(box(bar, place, part, new Ends(start, sum + value, value), number));
            sum += value;
            reach.add(sum);
        }
        if (bar.ranged()) {
            whiskers.add(new Whisker(place, bar.low(), bar.high(), figure.horizontal()));
            reach.add(bar.low());
            reach.add(bar.high());
        }
    }

    private static int lastShown(Bar bar) {
        int last = bar.values().size() - 1;
        for (int p = last; p >= 0; p--) {
            double value = bar.values().get(p);
            if (Double.isFinite(value) && value != 0) {
                return p;
            }
        }
        return last;
    }

    /// @param ends from and to along the values
    private Box box(Bar bar, int place, Part part, Ends ends, String number) {
        double from = edged ? bar.from() : place - HALF;
        double to = edged ? bar.to() : place + HALF;
        double low = Math.min(ends.from(), ends.to());
        double high = Math.max(ends.from(), ends.to());
        double corner = figure.parts().size() > 1 ? 0 : edged ? CORNER / 2 : CORNER;
        Supplier<String> tip = () -> tip(bar, part, ends.value());
        return figure.horizontal()
                ? new Box(low, high, from, to, part.hue(), ChartTheme.FILL, corner, List.of(), number, false, tip)
                : new Box(from, to, low, high, part.hue(), ChartTheme.FILL, corner, List.of(), number, true, tip);
    }

    private String tip(Bar bar, Part part, double value) {
        Unit unit = figure.values().unit();
        String name = edged
                ? figure.categories().unit().text(bar.from(), locale) + " – " + figure.categories().unit().text(bar.to(), locale)
                : bar.label();
        String share = part.name().isEmpty() ? unit.text(value, locale) : part.name() + " " + unit.text(value, locale);
        String range = bar.ranged() ? " (" + unit.text(bar.low(), locale) + " – " + unit.text(bar.high(), locale) + ")" : "";
        return name + "\n" + share + range;
    }

    private List<Entry> legend() {
        Stream<Part> named = figure.parts().stream().filter(part -> !part.name().isEmpty());
        return named.map(part -> new Entry(part.name(), part.hue(), Symbol.SQUARE)).toList();
    }
}
