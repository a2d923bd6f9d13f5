package lathe.engine.prepare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.form.Features;

/// What a quick boosted model of the plain features leaves unexplained on a sample of the training rows, out of fold: the
/// answers less its predictions. A feature that goes with these tells trees something they do not find by themselves.
final class Residuals {

    private static final int FOLDS = 3;
    private static final double ROUNDS = 90;
    private static final double ROUNDS_OF_CLASSES = 50;

    private final int[] rows;
    private final double[][] values;

    /// @param rows   sampled rows, at least two for each fold
    /// @param values for each answer, see [Answers]
    private Residuals(int[] rows, double[][] values) {
        this.rows = rows;
        this.values = values;
    }

    static Residuals of(Matrix features, Answers answers, Target target, int[] rows, Seed seed) {
        int[] fold = new int[rows.length];
        Arrays.setAll(fold, i -> i % FOLDS);
        double[][] values = new double[answers.outputs()][rows.length];
        for (int left = 0; left < FOLDS; left++) {
            int out = left;
            int[] training = IntStream.range(0, rows.length).filter(i -> fold[i] != out).toArray();
            int[] rest = IntStream.range(0, rows.length).filter(i -> fold[i] == out).toArray();
            Predictions predictions = predictions(features, target, at(rows, training), at(rows, rest), seed.child("fold", left));
            for (int i = 0; i < rest.length; i++) {
                for (int k = 0; k < values.length; k++) {
                    values[k][rest[i]] = answers.at(k, rows[rest[i]]) - predictions.at(i, answers.output(k));
                }
            }
        }
        return new Residuals(rows, values);
    }

    private static Predictions predictions(Matrix features, Target target, int[] training, int[] rest, Seed seed) {
        BoostingLearner learner = new BoostingLearner();
        Target known = target.select(training);
        double rounds = target.outputs() > 2 ? ROUNDS_OF_CLASSES : ROUNDS;
        Map<String, Object> changes = new HashMap<>(Map.of("rounds", rounds, "learning_rate", 0.1, "leaves", 15.0, "stopping", "never",
                "bins", 63.0));
        Hyperparameters hyperparameters = learner.space(new DataShape(target.task(), target.classCount(), known.rows(), features.width()))
                .with(changes);
        FitContext context = new FitContext(seed, Deadline.never(), new CancelToken());
        return learner.fit(part(features, training), known, hyperparameters, context).predict(Features.of(part(features, rest)));
    }

    private static int[] at(int[] rows, int[] places) {
        return IntStream.of(places).map(i -> rows[i]).toArray();
    }

    /// Some rows of a matrix.
    static Matrix part(Matrix matrix, int[] rows) {
        double[][] columns = new double[matrix.width()][rows.length];
        for (int feature = 0; feature < columns.length; feature++) {
            for (int i = 0; i < rows.length; i++) {
                columns[feature][i] = matrix.at(rows[i], feature);
            }
        }
        Set<String> levels = IntStream.range(0, columns.length).filter(matrix::numbersLevels)
                .mapToObj(matrix.names()::get).collect(Collectors.toSet());
        return new Matrix(matrix.names(), columns, rows.length, levels);
    }

    /// The rows sampled, rising.
    int[] rows() {
        return rows;
    }

    int outputs() {
        return values.length;
    }

    /// What is left of one answer, for each sampled row.
    double[] of(int output) {
        return values[output];
    }
}
