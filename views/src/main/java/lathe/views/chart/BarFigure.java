package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;
import lathe.views.chart.FigureTable.Cell;

/// Bars: histograms, the most frequent values, importances; stacked where there are several parts.
///
/// @param horizontal bars run to the right and are named at their left, first one on top
/// @param categories what a bar stands for; its unit counts only for bars with edges
/// @param values     what the length shows
/// @param parts      one for plain bars, several for stacks; named parts make the legend
public record BarFigure(boolean horizontal, Axis categories, Axis values, List<Part> parts, List<Bar> bars,
        List<Rule> rules) implements Figure {

    /// One layer of the stacks.
    public record Part(String name, Hue hue) {}

    /// One bar.
    ///
    /// @param label  its name; empty for a bar with edges
    /// @param from   lower edge on a numeric axis, NaN for a bar with a name
    /// @param to     upper edge
    /// @param values a number per part, from the axis outwards
    /// @param low    lower end of the error interval, NaN for none
    /// @param high   upper end of the error interval
    public record Bar(String label, double from, double to, List<Double> values, double low, double high) {

        public Bar {
            values = List.copyOf(values);
        }

        public static Bar of(String label, double value) {
            return of(label, value, Double.NaN, Double.NaN);
        }

        public static Bar of(String label, double value, double low, double high) {
            return new Bar(label, Double.NaN, Double.NaN, List.of(value), low, high);
        }

        public static Bar stack(String label, List<Double> values) {
            return new Bar(label, Double.NaN, Double.NaN, values, Double.NaN, Double.NaN);
        }

        public static Bar bin(double from, double to, List<Double> values) {
            return new Bar("", from, to, values, Double.NaN, Double.NaN);
        }

        boolean edged() {
            return Double.isFinite(from) && Double.isFinite(to);
        }

        boolean ranged() {
            return Double.isFinite(low) && Double.isFinite(high);
        }

        double total() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /// @throws IllegalArgumentException if a bar has not one value per part
    public BarFigure {
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
        rules = List.copyOf(rules);
        for (Bar bar : bars) {
            if (bar.values().size() != parts.size()) {
                throw new IllegalArgumentException("bar '%s' needs one value per part, had %d for %d"
                        .formatted(bar.label(), bar.values().size(), parts.size()));
            }
        }
    }

    /// @param edges one more than counts, rising
    public static BarFigure histogram(Axis x, Axis y, List<Double> edges, List<Double> counts) {
        if (edges.size() != counts.size() + 1) {
            throw new IllegalArgumentException("a histogram needs one edge more than counts, had %d and %d"
                    .formatted(edges.size(), counts.size()));
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            bars.add(Bar.bin(edges.get(i), edges.get(i + 1), List.of(counts.get(i))));
        }
        return new BarFigure(false, x, y, List.of(new Part("", Hue.ACCENT)), bars, List.of());
    }

    public static BarFigure vertical(Axis categories, Axis values, List<Bar> bars) {
        return new BarFigure(false, categories, values, List.of(new Part("", Hue.ACCENT)), bars, List.of());
    }

    public static BarFigure horizontal(Axis categories, Axis values, List<Bar> bars) {
        return new BarFigure(true, categories, values, List.of(new Part("", Hue.ACCENT)), bars, List.of());
    }

    public BarFigure withRules(Rule... lines) {
        return new BarFigure(horizontal, categories, values, parts, bars, List.of(lines));
    }

    boolean edged() {
        return !horizontal && !bars.isEmpty() && bars.stream().allMatch(Bar::edged);
    }

    @Override
    public boolean isEmpty() {
        return bars.stream().noneMatch(bar -> Double.isFinite(bar.total()));
    }

    /// A row per bar, a column per part.
    @Override
    public FigureTable table(Words words) {
        boolean ranged = bars.stream().anyMatch(Bar::ranged);
        String thing = FigureTable.head(categories, words.get("column.name"));
        List<String> columns = new ArrayList<>(edged()
                ? List.of(thing + " " + words.get("column.from"), thing + " " + words.get("column.to")) : List.of(thing));
        for (Part part : parts) {
            columns.add(part.name().isEmpty() ? FigureTable.head(values, words.get("column.value")) : part.name());
        }
        if (ranged) {
            columns.addAll(List.of(words.get("column.low"), words.get("column.high")));
        }
        return new FigureTable(columns, bars.stream().map(bar -> row(bar, ranged)).toList());
    }

    private List<Cell> row(Bar bar, boolean ranged) {
        List<Cell> cells = new ArrayList<>(edged()
                ? List.of(Cell.of(bar.from(), categories.unit()), Cell.of(bar.to(), categories.unit()))
                : List.of(Cell.of(bar.label())));
        bar.values().forEach(value -> cells.add(Cell.of(value, values.unit())));
        if (ranged) {
            cells.add(Cell.of(bar.low(), values.unit()));
            cells.add(Cell.of(bar.high(), values.unit()));
        }
        return cells;
    }
}
