package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;
import lathe.views.chart.FigureTable.Cell;

/// Lines over a numeric axis: ROC, precision and recall, calibration, best so far, partial dependence.
///
/// @param dots  drawn over the lines, for example one per trial coloured by family
/// @param rules lines to compare with
public record LineFigure(Axis x, Axis y, List<Series> series, List<Dots> dots, List<Rule> rules) implements Figure {

    public LineFigure {
        series = List.copyOf(series);
        dots = List.copyOf(dots);
        rules = List.copyOf(rules);
    }

    public static LineFigure of(Axis x, Axis y, List<Series> series) {
        return new LineFigure(x, y, series, List.of(), List.of());
    }

    public LineFigure withDots(List<Dots> groups) {
        return new LineFigure(x, y, series, groups, rules);
    }

    public LineFigure withRules(Rule... lines) {
        return new LineFigure(x, y, series, dots, List.of(lines));
    }

    @Override
    public boolean isEmpty() {
        return series.stream().flatMap(line -> line.points().stream()).noneMatch(Point::drawn)
                && dots.stream().flatMap(group -> group.dots().stream()).noneMatch(Dot::drawn);
    }

    /// A row per point and dot; columns for the band and the dots' notes only where there are any.
    @Override
    public FigureTable table(Words words) {
        boolean banded = series.stream().flatMap(line -> line.points().stream()).anyMatch(Point::banded);
        boolean noted = dots.stream().flatMap(group -> group.dots().stream()).anyMatch(dot -> !dot.tip().isEmpty());
        List<String> columns = new ArrayList<>(List.of(words.get("column.series"), FigureTable.head(x, "x"),
                FigureTable.head(y, "y")));
        if (banded) {
            columns.addAll(List.of(words.get("column.low"), words.get("column.high")));
        }
        if (noted) {
            columns.add(words.get("column.note"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Series line : series) {
            for (Point point : line.points()) {
                rows.add(row(line.name(), point, "", banded, noted));
            }
        }
        for (Dots group : dots) {
            for (Dot dot : group.dots()) {
                rows.add(row(group.name(), Point.of(dot.x(), dot.y()), dot.tip(), banded, noted));
            }
        }
        return new FigureTable(columns, rows);
    }

    private List<Cell> row(String name, Point point, String note, boolean banded, boolean noted) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(name), Cell.of(point.x(), x.unit()),
                Cell.of(point.y(), y.unit())));
        if (banded) {
            cells.add(Cell.of(point.low(), y.unit()));
            cells.add(Cell.of(point.high(), y.unit()));
        }
        if (noted) {
            cells.add(Cell.of(note));
        }
        return cells;
    }
}
