package lathe.engine.search.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.engine.learn.tree.ForestLearner;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;

/// Predicts losses of points never tried: trees whose disagreement says how sure they are.
///
/// @param trees each fitted on a draw of its own
record Surrogate(List<Form> trees) {

    private static final int TREES = 40;

    /// @param points in the unit cube
    /// @param losses of the points
    static Surrogate fit(List<double[]> points, double[] losses, long seed) {
        Matrix matrix = matrix(points);
        Target target = Target.regression(losses);
        Learner learner = ForestLearner.random();
        Map<String, Object> settings = new HashMap<>(learner.space(new DataShape(Task.REGRESSION, 0, losses.length,
                matrix.width())).defaults().values());
        settings.putAll(Map.of("trees", 1.0, "leaf_rows", 1.0, "columns", 0.8));
        List<Form> trees = new ArrayList<>();
        for (int i = 0; i < TREES; i++) {
            FitContext context = new FitContext(new Seed(seed).child("tree", i), Deadline.never(), new CancelToken());
            trees.add(learner.fit(matrix, target, new Hyperparameters(settings), context));
        }
        return new Surrogate(trees);
    }

    private static Matrix matrix(List<double[]> points) {
        int width = points.getFirst().length;
        double[][] columns = new double[width][points.size()];
        for (int row = 0; row < points.size(); row++) {
            for (int column = 0; column < width; column++) {
                columns[column][row] = points.get(row)[column];
            }
        }
        return new Matrix(IntStream.range(0, width).mapToObj(i -> "x" + i).toList(), columns, points.size());
    }

    /// What each point may well come to: the mean of the trees less one standard deviation.
    double[] lowerBounds(List<double[]> points) {
        Features rows = Features.of(matrix(points));
        double[] sum = new double[points.size()];
        double[] squares = new double[points.size()];
        for (Form tree : trees) {
            double[] answers = tree.predict(rows).values();
            for (int i = 0; i < answers.length; i++) {
                sum[i] += answers[i];
                squares[i] += answers[i] * answers[i];
            }
        }
        return IntStream.range(0, sum.length).mapToDouble(i -> {
            double mean = sum[i] / trees.size();
            return mean - Math.sqrt(Math.max(0, squares[i] / trees.size() - mean * mean));
        }).toArray();
    }
}
