package lathe.scoring.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.form.Graph;

/// Rows with the answers a pipeline must give for them, whoever computes.
///
/// Each column is shuffled on its own, so no row is a row of the data; some cells are missing and some texts unseen.
///
/// @param rows     raw rows, the signature's inputs
/// @param expected answers
public record GoldenRows(Table rows, Predictions expected) {

    /// Rows made, unless there is no data at all.
    public static final int COUNT = 50;
    /// Largest relative difference that still counts as the same number.
    public static final double TOLERANCE = 1e-9;
    /// A text that no training row has.
    public static final String UNSEEN = "…unseen…";

    private static final int SPOILT = 3;

    public GoldenRows {
        if (rows.rows() != expected.rows()) {
            throw new IllegalArgumentException("golden rows need an answer each, had %d rows and %d answers"
                    .formatted(rows.rows(), expected.rows()));
        }
    }

    /// How far a pipeline's answers may lie from the ones written: further where a [Graph] computes, maybe with 32 bits.
    public static double tolerance(Pipeline pipeline) {
        return Graph.isIn(pipeline.model()) ? Graph.TOLERANCE : TOLERANCE;
    }

    /// Makes rows from training rows and lets the pipeline answer them.
    ///
    /// @param table at least one row; further columns are ignored
    /// @throws ProblemException if an answer is not finite, because such a model must not leave the house
    public static GoldenRows make(Pipeline pipeline, Table table, RandomGenerator random) {
        if (table.rows() == 0) {
            throw new IllegalArgumentException("golden rows need at least one row of data");
        }
        Table inputs = table.project(pipeline.signature().inputs());
        List<Column> columns = new ArrayList<>();
        for (Column column : inputs.columns()) {
            columns.add(spoil(column.select(draw(table.rows(), random)), random));
        }
        Table rows = new Table(inputs.schema(), columns);
        Predictions expected = columns.isEmpty() ? empty(pipeline.signature()) : pipeline.predict(rows);
        for (double value : expected.values()) {
            if (!Double.isFinite(value)) {
                throw new ProblemException(Problem.of("model-not-finite", "The model gives %s for a row with missing or new values."
                        .formatted(value), "Leave the column out that causes it, or choose another learner."));
            }
        }
        return new GoldenRows(rows, expected);
    }

    private static Predictions empty(Signature signature) {
        return new Predictions(signature.outputs(), new double[0]);
    }

    // Rows without repeating one, as long as there are enough.
    private static int[] draw(int rows, RandomGenerator random) {
        int[] order = new int[Math.max(rows, COUNT)];
        for (int i = 0; i < order.length; i++) {
            order[i] = i % rows;
        }
        int[] drawn = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            int other = random.nextInt(i, order.length);
            drawn[i] = order[other];
            order[other] = order[i];
        }
        return drawn;
    }

    // Three cells of each column go missing, three texts become unseen; the cells are different ones.
    private static Column spoil(Column column, RandomGenerator random) {
        int[] cells = draw(COUNT, random);
        return switch (column) {
            case NumberColumn numbers -> {
                double[] values = numbers.values().clone();
                for (int i = 0; i < SPOILT; i++) {
                    values[cells[i]] = Double.NaN;
                }
                yield new NumberColumn(values);
            }
            case StringColumn strings -> {
                List<String> texts = new ArrayList<>();
                for (int row = 0; row < COUNT; row++) {
                    texts.add(strings.text(row));
                }
                for (int i = 0; i < SPOILT; i++) {
                    texts.set(cells[i], "");
                    texts.set(cells[SPOILT + i], UNSEEN);
                }
                yield StringColumn.of(texts);
            }
        };
    }

    /// Lets another pipeline answer: the largest difference |a − b| / max(1, |b|), infinite if one is no number.
    ///
    /// @throws IllegalArgumentException if it gives another number of answers
    public double largestDifference(Pipeline pipeline) {
        if (rows.rows() == 0) {
            return 0;
        }
        return largestDifference(pipeline.predict(rows));
    }

    /// Compares answers that something else gave for [#rows()], for example an exported graph.
    public double largestDifference(Predictions answers) {
        if (answers.width() != expected.width() || answers.rows() != expected.rows()) {
            throw new IllegalArgumentException("answers must have the shape %d x %d, had %d x %d".formatted(expected.rows(),
                    expected.width(), answers.rows(), answers.width()));
        }
        double largest = 0;
        for (int i = 0; i < expected.values().length; i++) {
            double b = expected.values()[i];
            double difference = Math.abs(answers.values()[i] - b) / Math.max(1, Math.abs(b));
            largest = Math.max(largest, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
        }
        return largest;
    }

    /// The fields asked for, in their order.
    List<Field> fields() {
        return rows.schema().fields();
    }
}
