package lathe.engine.explain;

import java.util.List;

/// The columns of a model by what they are worth to a metric.
///
/// @param metric    id of the metric
/// @param score     its value on the judged rows with nothing shuffled
/// @param rows      rows judged
/// @param rowsThere rows handed in; more than `rows` if a sample was judged
/// @param repeats   shuffles of each column
/// @param columns   the largest loss first; columns that the model does not read last
public record Importances(String metric, double score, int rows, int rowsThere, int repeats,
                          List<ColumnImportance> columns) {

    public Importances {
        columns = List.copyOf(columns);
    }
}
