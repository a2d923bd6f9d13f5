package lathe.engine.explain;

import java.util.List;

/// How the answer follows one column while all others stay as they are.
///
/// @param column     an input of the model
/// @param continuous whether the grid lies on a scale, as numbers and dates do
/// @param grid       rising for a scale, otherwise the most frequent first; "missing" last, if rows have it
/// @param lines      some of the rows
/// @param rows       rows the means are taken over
/// @param rowsThere  rows handed in; more than `rows` if a sample was taken
public record Dependence(String column, boolean continuous, List<GridValue> grid, List<IceLine> lines, int rows,
                         int rowsThere) {

    public Dependence {
        grid = List.copyOf(grid);
        lines = List.copyOf(lines);
    }
}
