package example.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.form.Features;
import org.junit.jupiter.api.Test;

public class FourierLearnerTest {

    private static final int ROWS = 400;

    private final FourierLearner learner = new FourierLearner();
    private final double[][] columns = new double[2][ROWS];

    private Matrix square() {
        SplittableRandom random = new SplittableRandom(3);
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = random.nextDouble(-2, 2);
            columns[1][row] = random.nextDouble(-2, 2);
        }
        return new Matrix(List.of("a", "b"), columns, ROWS);
    }

    private double[] answers(Matrix features, Target target) {
        DataShape shape = new DataShape(target.task(), target.classCount(), ROWS, 2);
        Hyperparameters hyperparameters = learner.space(shape).with(Map.of("frequency", 1.5));
        FitContext context = new FitContext(new Seed(1), Deadline.never(), new CancelToken());
        return learner.fit(features, target, hyperparameters, context).predict(Features.of(features)).values();
    }

    @Test
    public void tellsADiscFromWhatLiesAroundIt() {
        Matrix features = square();
        int[] classes = IntStream.range(0, ROWS).map(row -> Math.hypot(columns[0][row], columns[1][row]) < 1.5 ? 1 : 0).toArray();
        double[] answers = answers(features, Target.classes(classes, 2));
        int right = 0;
        for (int row = 0; row < ROWS; row++) {
            assertEquals(1, answers[2 * row] + answers[2 * row + 1], 1e-12);
            right += answers[2 * row + classes[row]] > 0.5 ? 1 : 0;
        }

        assertTrue(right > 0.93 * ROWS, "right: " + right);   // a straight line gets little more than half of them
    }

    @Test
    public void followsACurve() {
        Matrix features = square();
        double[] values = IntStream.range(0, ROWS).mapToDouble(row -> Math.sin(2 * columns[0][row]) * columns[1][row]).toArray();
        double[] answers = answers(features, Target.regression(values));
        double error = IntStream.range(0, ROWS).mapToDouble(row -> Math.abs(answers[row] - values[row])).average().orElseThrow();

        assertTrue(error < 0.1, "mean error " + error);   // 0.6 without learning
    }

    @Test
    public void equalSeedsGiveEqualModels() {
        Matrix features = square();
        Target target = Target.regression(columns[1].clone());

        assertArrayEquals(answers(features, target), answers(features, target));
    }
}
