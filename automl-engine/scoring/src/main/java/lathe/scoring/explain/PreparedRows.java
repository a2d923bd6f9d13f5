package lathe.scoring.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.Column;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.form.Features;

/// Rows with the features of every recipe, prepared once, and the answers of the model for them.
final class PreparedRows {

    private final Pipeline pipeline;
    private final FeatureOwners owners;
    private final Table table;
    private final Map<String, Matrix> matrices = new HashMap<>();
    private final Predictions answers;

    /// @param table the signature's inputs
    PreparedRows(Pipeline pipeline, FeatureOwners owners, Table table) {
        this.pipeline = pipeline;
        this.owners = owners;
        this.table = table;
        Table complete = pipeline.complete(table);
        owners.recipes().forEach(id -> matrices.put(id, owners.of(id).before().apply(complete)));
        this.answers = pipeline.model().predict(Features.of((String id) -> owners.of(id).finish(matrix(id))));
    }

    private Matrix matrix(String recipe) {
        Matrix matrix = matrices.get(recipe);
        if (matrix == null) {
            throw new IllegalArgumentException("no recipe '%s'".formatted(recipe));
        }
        return matrix;
    }

    Predictions answers() {
        return answers;
    }

    double answer(int row, int output) {
        return answers.at(row, output);
    }

    /// Whether two rows have the same value in a column, by its index among the owners' columns.
    boolean same(int column, int row, int other) {
        Column values = table.column(owners.columns().get(column));
        return switch (values) {
            case NumberColumn numbers -> Double.compare(numbers.value(row), numbers.value(other)) == 0;
            case StringColumn strings -> strings.code(row) == strings.code(other);
        };
    }

    /// Answers for rows put together from these ones.
    ///
    /// @param sources row that each column comes from, shape columns × at least `count`
    /// @param count   rows to put together
    Predictions predict(int[][] sources, int count) {
        if (owners.mixesBefore()) {
            return pipeline.predict(mixed(sources, count));
        }
        return pipeline.model().predict(Features.of((String recipe) -> gather(recipe, sources, count)));
    }

    // A derived column reads several raw ones, so a row put together has it computed anew.
    private Table mixed(int[][] sources, int count) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int owner = owners.columns().indexOf(table.schema().field(i).name());
            // what no feature comes from does not matter
            columns.add(table.columns().get(i).select(owner < 0 ? new int[count] : Arrays.copyOf(sources[owner], count)));
        }
        return new Table(table.schema(), columns);
    }

    private Matrix gather(String recipe, int[][] sources, int count) {
        Matrix prepared = matrix(recipe);
        FeatureOwners.Halves halves = owners.of(recipe);
        double[][] columns = new double[prepared.width()][count];
        for (int feature = 0; feature < columns.length; feature++) {
            double[] from = prepared.column(feature);
            int[] rows = sources[halves.owners().get(feature)];
            double[] to = columns[feature];
            for (int i = 0; i < count; i++) {
                to[i] = from[rows[i]];
            }
        }
        return halves.finish(new Matrix(prepared.names(), columns, count));
    }
}
