package lathe.views.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric.Direction;
import lathe.engine.explain.ColumnImportance;
import lathe.engine.explain.Dependence;
import lathe.engine.explain.GridValue;
import lathe.engine.explain.IceLine;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.views.chart.Axis;
import lathe.views.chart.BarFigure;
import lathe.views.chart.BarFigure.Bar;
import lathe.views.chart.Hue;
import lathe.views.chart.LineFigure;
import lathe.views.chart.Point;
import lathe.views.chart.Rule;
import lathe.views.chart.Series;
import lathe.views.chart.Unit;

/// Figures and sentences about single columns: what they are worth, and how the answer follows them.
final class FeatureStory {

    static final int MOST_BARS = 20;
    private static final int MOST_LEVELS = 12;
    /// A move smaller than this share of what rows differ by anyway is none worth telling.
    private static final double HARDLY = 0.05;
    private static final double ONE_WAY = 0.15;
    private static final double SAME = 1e-9;

    private final Speech say;
    private final String metric;

    FeatureStory(Speech say, String metric) {
        this.say = say;
        this.metric = metric;
    }

    /// @param columns  those worked out so far, the most important first
    /// @param selected its bar is marked
    Told importance(List<ColumnImportance> columns, String selected) {
        List<Bar> bars = columns.stream().limit(MOST_BARS).map(each -> bar(each, each.column().equals(selected))).toList();
        Axis names = Axis.of(say.get("column"), Unit.NUMBER);
        Axis values = Axis.of(say.get(losesMore() ? "importance.rises" : "importance.falls", say.metric(metric)), Unit.NUMBER);
        return new Told(BarFigure.horizontal(names, values, bars), importanceSentence(columns));
    }

    private static Bar bar(ColumnImportance each, boolean selected) {
        return Bar.of(selected ? "\u25b8 " + each.column() : each.column(), each.loss(), each.lower(), each.upper());
    }

    private boolean losesMore() {
        return Metrics.byId(metric).map(each -> each.direction() == Direction.LOWER_IS_BETTER).orElse(false);
    }

    private String importanceSentence(List<ColumnImportance> columns) {
        if (columns.isEmpty()) {
            return say.get("importance.none");
        }
        ColumnImportance first = columns.getFirst();
        String head = say.get(losesMore() ? "importance.first-rises" : "importance.first-falls", first.column(),
                say.metric(metric), say.figure(first.loss()), say.figure(first.lower()), say.figure(first.upper()));
        long idle = columns.stream().filter(each -> each.lower() <= 0).count();
        return idle == 0 ? head : head + " " + say.get("importance.idle", idle);
    }

    Told dependence(Dependence dependence, Field field, int output) {
        List<GridValue> there = dependence.grid().stream().filter(each -> !each.text().isEmpty()).toList();
        boolean scale = dependence.continuous() && there.size() > 1;
        return new Told(scale ? lines(dependence, field, output) : bars(dependence, field, output),
                sentence(dependence, field, output) + " " + say.get(scale ? "dependence.lines" : "dependence.levels"));
    }

    private LineFigure lines(Dependence dependence, Field field, int output) {
        List<GridValue> grid = dependence.grid();
        List<Series> series = new ArrayList<>();
        for (IceLine line : dependence.lines()) {
            series.add(Series.thin(IntStream.range(0, grid.size()).filter(i -> Double.isFinite(grid.get(i).number()))
                    .mapToObj(i -> Point.of(grid.get(i).number(), line.values().get(i))).toList()));
        }
        series.add(Series.line(say.get("dependence.mean"), Hue.ACCENT, grid.stream()
                .filter(each -> Double.isFinite(each.number())).map(each -> Point.of(each.number(), each.mean())).toList()));
        Axis x = Axis.of(field.name(), field.type() == FieldType.DATE ? Unit.DATE : Unit.NUMBER);
        LineFigure figure = LineFigure.of(x, Axis.of(say.outcome(output), say.unit()), series);
        return grid.stream().filter(each -> each.text().isEmpty()).findFirst()
                .map(missing -> figure.withRules(Rule.horizontal(missing.mean(), say.get("missing")))).orElse(figure);
    }

    private BarFigure bars(Dependence dependence, Field field, int output) {
        List<Bar> bars = spellings(dependence.grid()).stream().limit(MOST_LEVELS).map(each -> Bar.of(say.cell(field, each.text()),
                each.mean(), each.lower(), each.upper())).toList();
        return BarFigure.horizontal(Axis.of(field.name(), Unit.NUMBER), Axis.of(say.outcome(output), say.unit()), bars);
    }

    // Spellings that the model takes for the same would only repeat a bar.
    private static List<GridValue> spellings(List<GridValue> grid) {
        Map<String, GridValue> first = new HashMap<>();
        return grid.stream().filter(each -> {
            GridValue earlier = first.putIfAbsent(Cells.spelling(each.text()), each);
            return earlier == null || Math.abs(earlier.mean() - each.mean()) > SAME;
        }).toList();
    }

    private String sentence(Dependence dependence, Field field, int output) {
        List<GridValue> grid = dependence.grid();
        GridValue low = grid.stream().min(Comparator.comparingDouble(GridValue::mean)).orElseThrow();
        GridValue high = grid.stream().max(Comparator.comparingDouble(GridValue::mean)).orElseThrow();
        double spread = grid.stream().mapToDouble(each -> each.upper() - each.lower()).average().orElse(0);
        String outcome = say.outcome(output);
        if (high.mean() - low.mean() <= HARDLY * spread) {
            return say.get("dependence.flat", outcome, field.name(), say.answer(low.mean()), say.answer(high.mean()));
        }
        List<GridValue> scale = grid.stream().filter(each -> Double.isFinite(each.number())).toList();
        if (dependence.continuous() && scale.size() > 1) {
            String way = way(scale);
            if (!way.isEmpty()) {
                GridValue from = scale.getFirst();
                GridValue to = scale.getLast();
                return say.get(way, outcome, say.answer(from.mean()), say.answer(to.mean()),
                        say.equation(field, from.text()), say.cell(field, to.text()));
            }
        }
        return say.get("dependence.between", outcome, say.answer(low.mean()), say.equation(field, low.text()),
                say.answer(high.mean()), say.equation(field, high.text()));
    }

    // Whether the means go one way, small steps back apart.
    private static String way(List<GridValue> scale) {
        double up = 0;
        double down = 0;
        for (int i = 1; i < scale.size(); i++) {
            double step = scale.get(i).mean() - scale.get(i - 1).mean();
            up += Math.max(0, step);
            down += Math.max(0, -step);
        }
        return down <= ONE_WAY * up ? "dependence.rises" : up <= ONE_WAY * down ? "dependence.falls" : "";
    }
}
