package lathe.engine.explain;

import java.util.List;

/// One row's answers along the grid: individual conditional expectation.
///
/// @param row    of the table handed in, from 0
/// @param values one for each grid value
public record IceLine(int row, List<Double> values) {

    public IceLine {
        values = List.copyOf(values);
    }
}
