package lathe.engine.builtin;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;

/// A drawn table whose target depends on its first two features.
public record ToyTable(Matrix features, Target target) {

    public static ToyTable of(Task task, int rows, int width, long seed) {
        RandomGenerator random = new Seed(seed).random();
        double[][] columns = new double[width][rows];
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < width; feature++) {
                columns[feature][row] = random.nextGaussian();
            }
            values[row] = 2 * columns[0][row] - columns[1][row] + 0.5 * random.nextGaussian();
        }
        List<String> names = IntStream.range(0, width).mapToObj(feature -> "x" + feature).toList();
        return new ToyTable(new Matrix(names, columns, rows), target(task, values));
    }

    private static Target target(Task task, double[] values) {
        return switch (task) {
            case REGRESSION -> Target.regression(values);
            case BINARY -> Target.classes(IntStream.range(0, values.length).map(row -> values[row] > 1 ? 1 : 0).toArray(), 2);
            case MULTICLASS -> Target.classes(IntStream.range(0, values.length)
                    .map(row -> values[row] > 1 ? 2 : values[row] > -1 ? 0 : 1).toArray(), 3);
        };
    }

    public DataShape shape() {
        return new DataShape(target.task(), target.classCount(), target.rows(), features.width());
    }

    /// Mean log loss, or mean squared error.
    public double loss(Form form) {
        Predictions predictions = form.predict(Features.of(features));
        double sum = 0;
        for (int row = 0; row < target.rows(); row++) {
            sum += target.task().isClassification()
                    ? -Math.log(predictions.at(row, target.classIndex(row)))
                    : Math.pow(predictions.at(row, 0) - target.value(row), 2);
        }
        return sum / target.rows();
    }

    public static FitContext calm(long seed) {
        return new FitContext(new Seed(seed), Deadline.never(), new CancelToken());
    }
}
