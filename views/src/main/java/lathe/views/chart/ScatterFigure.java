package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;
import lathe.views.chart.FigureTable.Cell;

/// Dots over two numeric axes, up to some thousand: predicted against true, residuals.
public record ScatterFigure(Axis x, Axis y, List<Dots> groups, List<Rule> rules) implements Figure {

    public ScatterFigure {
        groups = List.copyOf(groups);
        rules = List.copyOf(rules);
    }

    /// Both axes get the same ends, so that the diagonal means agreement.
    public static ScatterFigure predictedAgainstTrue(Axis x, Axis y, List<Dot> dots, String diagonalLabel) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Dot dot : dots) {
            if (dot.drawn()) {
                low = Math.min(low, Math.min(dot.x(), dot.y()));
                high = Math.max(high, Math.max(dot.x(), dot.y()));
            }
        }
        double pad = (high - low) * 0.03;
        boolean fixed = low < high;
        return new ScatterFigure(fixed ? x.between(low - pad, high + pad) : x, fixed ? y.between(low - pad, high + pad) : y,
                List.of(new Dots("", Hue.ACCENT, dots)), List.of(Rule.diagonal(diagonalLabel)));
    }

    @Override
    public boolean isEmpty() {
        return groups.stream().flatMap(group -> group.dots().stream()).noneMatch(Dot::drawn);
    }

    /// A row per dot; columns for the group and the notes only where there are any.
    @Override
    public FigureTable table(Words words) {
        boolean named = groups.stream().anyMatch(group -> !group.name().isEmpty());
        boolean noted = groups.stream().flatMap(group -> group.dots().stream()).anyMatch(dot -> !dot.tip().isEmpty());
        List<String> columns = new ArrayList<>();
        if (named) {
            columns.add(words.get("column.series"));
        }
        columns.addAll(List.of(FigureTable.head(x, "x"), FigureTable.head(y, "y")));
        if (noted) {
            columns.add(words.get("column.note"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Dots group : groups) {
            for (Dot dot : group.dots()) {
                List<Cell> cells = new ArrayList<>();
                if (named) {
                    cells.add(Cell.of(group.name()));
                }
                cells.add(Cell.of(dot.x(), x.unit()));
                cells.add(Cell.of(dot.y(), y.unit()));
                if (noted) {
                    cells.add(Cell.of(dot.tip()));
                }
                rows.add(cells);
            }
        }
        return new FigureTable(columns, rows);
    }
}
