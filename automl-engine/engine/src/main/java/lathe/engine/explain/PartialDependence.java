package lathe.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Gives every row the same value in one column, asks the model, and does so value by value.
///
/// The mean over the rows is the partial dependence, a row's own answers are its line (ICE). Where columns go together,
/// rows are asked about that do not exist; lines far apart say that the column's effect depends on others.
///
/// Sources: J. Friedman, "Greedy Function Approximation", Annals of Statistics 29 (2001), section 8.2; A. Goldstein et al.,
/// "Peeking Inside the Black Box", Journal of Computational and Graphical Statistics 24 (2015).
public final class PartialDependence {

    private static final double LOW = 0.1;

    private PartialDependence() { }

    /// @param table  rows with the signature's inputs
    /// @param column one of the inputs
    /// @param output index of the class whose probability is followed; 0 for regression
    /// @throws java.util.concurrent.CancellationException if cancelled
    public static Dependence compute(Pipeline pipeline, Table table, String column, int output,
            DependenceSettings settings, CancelToken cancel) {
        Table inputs = table.project(pipeline.signature().inputs());
        int place = inputs.schema().indexOf(column);
        FieldType type = inputs.schema().field(place).type();
        int[] sample = sample(table.rows(), settings);
        Table rows = inputs.select(sample);
        ValueGrid grid = ValueGrid.of(inputs.columns().get(place), type, settings.gridPoints());
        List<GridValue> values = new ArrayList<>();
        List<List<Double>> lines = new ArrayList<>();
        for (int i = 0; i < grid.texts().size(); i++) {
            cancel.stopIfCancelled();
            double[] answers = answers(pipeline, changed(rows, place, grid.texts().get(i), grid.numbers().get(i)), output);
            lines.add(DoubleStream.of(answers).limit(settings.lines()).boxed().toList());
            values.add(value(grid, i, answers));
        }
        boolean continuous = type == FieldType.NUMBER || type == FieldType.DATE;
        return new Dependence(column, continuous, values, lines(lines, sample), sample.length, table.rows());
    }

    private static GridValue value(ValueGrid grid, int i, double[] answers) {
        double mean = Arrays.stream(answers).average().orElse(Double.NaN);
        Arrays.sort(answers);
        int tenth = (int) (LOW * (answers.length - 1));
        return new GridValue(grid.texts().get(i), grid.numbers().get(i), mean, answers[tenth],
                answers[answers.length - 1 - tenth], grid.counts().get(i));
    }

    // In random order, so that the first few are a sample, too.
    private static int[] sample(int rows, DependenceSettings settings) {
        RandomGenerator random = settings.seed().child("rows", 0).random();
        int[] order = IntStream.range(0, rows).toArray();
        int count = Math.min(rows, settings.mostRows());
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, rows);
            int row = order[other];
            order[other] = order[i];
            order[i] = row;
        }
        return Arrays.copyOf(order, count);
    }

    private static Table changed(Table rows, int place, String text, double number) {
        List<Column> columns = new ArrayList<>(rows.columns());
        columns.set(place, switch (rows.columns().get(place)) {
            case NumberColumn _ -> new NumberColumn(filled(rows.rows(), number));
            case StringColumn _ -> text.isEmpty() ? new StringColumn(codes(rows.rows(), -1), List.of())
                    : new StringColumn(codes(rows.rows(), 0), List.of(text));
        });
        return new Table(rows.schema(), columns);
    }

    private static double[] filled(int rows, double number) {
        double[] values = new double[rows];
        Arrays.fill(values, number);
        return values;
    }

    private static int[] codes(int rows, int code) {
        int[] codes = new int[rows];
        Arrays.fill(codes, code);
        return codes;
    }

    private static double[] answers(Pipeline pipeline, Table rows, int output) {
        Predictions predictions = pipeline.predict(rows);
        return IntStream.range(0, predictions.rows()).mapToDouble(row -> predictions.at(row, output)).toArray();
    }

    private static List<IceLine> lines(List<List<Double>> ofGrid, int[] sample) {
        List<IceLine> lines = new ArrayList<>();
        int count = ofGrid.isEmpty() ? 0 : ofGrid.getFirst().size();
        for (int line = 0; line < count; line++) {
            int at = line;
            lines.add(new IceLine(sample[line], ofGrid.stream().map(values -> values.get(at)).toList()));
        }
        return lines;
    }
}
