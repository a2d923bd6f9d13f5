package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;
import lathe.views.chart.FigureTable.Cell;

/// A grid of numbers coloured by size: confusion matrix, correlations, heat map.
///
/// @param values row by row, from the top; NaN leaves a cell empty
public record MatrixFigure(Scale scale, Unit unit, String rowsLabel, String columnsLabel, List<String> rows,
        List<String> columns, List<List<Double>> values) implements Figure {

    /// What the colour of a cell says.
    public enum Scale {
        /// Counts, coloured by their share of the row, which is written below the count.
        COUNTS,
        /// From the least (light) to the greatest (dark).
        VALUES,
        /// Below 0 one colour, above 0 another, by distance from 0.
        DIVERGING
    }

    /// @throws IllegalArgumentException if the values are not rows times columns
    public MatrixFigure {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        values = values.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (values.size() != rows.size() || values.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a matrix needs %d rows of %d values, had %d rows"
                    .formatted(rows.size(), width, values.size()));
        }
    }

    /// @param counts true class by row, predicted class by column
    public static MatrixFigure confusion(String rowsLabel, String columnsLabel, List<String> classes,
            List<List<Double>> counts) {
        return new MatrixFigure(Scale.COUNTS, Unit.COUNT, rowsLabel, columnsLabel, classes, classes, counts);
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty() || columns.isEmpty();
    }

    /// Laid out as it is drawn: a row per row.
    @Override
    public FigureTable table(Words words) {
        List<String> heads = new ArrayList<>();
        heads.add(rowsLabel.isEmpty() ? words.get("column.name") : rowsLabel);
        heads.addAll(columns);
        List<List<Cell>> lines = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(rows.get(r)));
            values.get(r).forEach(value -> cells.add(Cell.of(value, unit)));
            lines.add(cells);
        }
        return new FigureTable(heads, lines);
    }
}
