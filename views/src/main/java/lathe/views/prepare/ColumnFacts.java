package lathe.views.prepare;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.flow.ColumnPreparation;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Table;

/// What was worked out about the columns of a table once: the automatic choice of each, and some rows for previews.
///
/// @param sample    at most [#SAMPLE] rows from the whole table
/// @param automatic by name of the column
record ColumnFacts(Table sample, Map<String, AutomaticChoice> automatic) {

    static final int SAMPLE = 1000;

    ColumnFacts {
        automatic = Map.copyOf(automatic);
    }

    static ColumnFacts of(Table table, String target, CancelToken cancel) {
        Map<String, AutomaticChoice> automatic = new HashMap<>();
        int classes = classes(table, target);
        for (Field field : table.schema().fields()) {
            cancel.stopIfCancelled();
            automatic.put(field.name(), new AutomaticChoice(
                    ColumnPreparation.automatic(table, field.name(), classes, Preparation.LINEAR),
                    ColumnPreparation.automatic(table, field.name(), classes, Preparation.TREES)));
        }
        return new ColumnFacts(sample(table), automatic);
    }

    // Rows from everywhere: files are often sorted.
    private static Table sample(Table table) {
        int rows = Math.min(SAMPLE, table.rows());
        return table.select(IntStream.range(0, rows).map(row -> (int) ((long) row * table.rows() / rows)).toArray());
    }

    private static int classes(Table table, String target) {
        if (table.schema().find(target).isEmpty() || table.schema().field(target).type() == FieldType.NUMBER) {
            return 0;
        }
        return table.strings(target).levels().size();
    }
}
