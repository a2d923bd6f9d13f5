package lathe.scoring.explain;

import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.Table;

/// Rows whose cells of one column can be exchanged and predicted again without preparing the other columns anew.
///
/// Immutable, safe for many threads.
public final class MixedRows {

    private final FeatureOwners owners;
    private final PreparedRows rows;
    private final Table table;

    /// @param table with the signature's inputs, matched by name
    public MixedRows(Pipeline pipeline, Table table) {
        this.owners = FeatureOwners.of(pipeline);
        this.table = table.project(pipeline.signature().inputs());
        this.rows = new PreparedRows(pipeline, owners, this.table);
    }

    /// Input columns that the model reads, in the signature's order.
    public List<String> columns() {
        return owners.columns();
    }

    /// The answers for the rows as they are.
    public Predictions answers() {
        return rows.answers();
    }

    /// The answers when each row has the cell of another row in one column.
    ///
    /// @param column one of [#columns()]
    /// @param from   for each row the row whose cell it gets
    public Predictions exchanged(String column, int[] from) {
        int exchanged = owners.columns().indexOf(column);
        if (exchanged < 0 || from.length != table.rows()) {
            throw new IllegalArgumentException("a column that is read and %d rows are needed, were '%s' and %d"
                    .formatted(table.rows(), column, from.length));
        }
        int[] own = IntStream.range(0, from.length).toArray();
        int[][] sources = new int[owners.columns().size()][];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = i == exchanged ? from : own;
        }
        return rows.predict(sources, from.length);
    }
}
