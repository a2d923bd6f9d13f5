package lathe.views.chart;

import java.util.List;
import lathe.views.chart.FigureTable.Cell;

/// Box plots side by side: where the numbers of each group lie.
///
/// @param values what the numbers are; its label stands below
public record BoxFigure(String groupsLabel, Axis values, List<Group> groups) implements Figure {

    public BoxFigure {
        groups = List.copyOf(groups);
    }

    /// One box: half of the numbers lie inside, nine tenths between the whiskers.
    ///
    /// @param count how many numbers there are
    public record Group(String label, long count, double low, double lowerQuarter, double median, double upperQuarter, double high) {

        boolean drawn() {
            return Double.isFinite(low) && Double.isFinite(high);
        }
    }

    @Override
    public boolean isEmpty() {
        return groups.stream().noneMatch(Group::drawn);
    }

    /// A row per box.
    @Override
    public FigureTable table(Words words) {
        List<String> columns = List.of(groupsLabel.isEmpty() ? words.get("column.name") : groupsLabel, words.get("column.count"),
                words.get("column.p5"), words.get("column.p25"), words.get("column.median"), words.get("column.p75"), words.get("column.p95"));
        Unit unit = values.unit();
        return new FigureTable(columns, groups.stream().map(group -> List.of(Cell.of(group.label()), Cell.of(group.count(), Unit.COUNT),
                Cell.of(group.low(), unit), Cell.of(group.lowerQuarter(), unit), Cell.of(group.median(), unit),
                Cell.of(group.upperQuarter(), unit), Cell.of(group.high(), unit))).toList());
    }
}
