package example.prototypes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import org.junit.jupiter.api.Test;

public class PrototypesLearnerTest {

    private static final int ROWS = 300;

    private final PrototypesLearner learner = new PrototypesLearner();
    private final double[][] columns = new double[2][ROWS];

    private Matrix twoClouds() {
        SplittableRandom random = new SplittableRandom(3);
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = random.nextGaussian() + (row % 2 == 0 ? -3 : 3);
            columns[1][row] = random.nextGaussian();
        }
        return new Matrix(List.of("a", "b"), columns, ROWS);
    }

    private double[] answers(Matrix features, Target target) {
        DataShape shape = new DataShape(target.task(), target.classCount(), ROWS, 2);
        Hyperparameters hyperparameters = learner.space(shape).with(Map.of("prototypes", 8.0));
        FitContext context = new FitContext(new Seed(1), Deadline.never(), new CancelToken());
        return learner.fit(features, target, hyperparameters, context).predict(Features.of(features)).values();
    }

    @Test
    public void tellsTwoCloudsApart() {
        Matrix features = twoClouds();
        int[] classes = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            classes[row] = row % 2;
        }
        double[] answers = answers(features, Target.classes(classes, 2));
        int right = 0;
        for (int row = 0; row < ROWS; row++) {
            assertEquals(1, answers[2 * row] + answers[2 * row + 1], 1e-12);
            right += answers[2 * row + classes[row]] > 0.5 ? 1 : 0;
        }

        assertTrue(right > 0.97 * ROWS, "right: " + right);
    }

    @Test
    public void followsANumber() {
        Matrix features = twoClouds();
        double[] values = columns[0].clone();
        double[] answers = answers(features, Target.regression(values));
        double error = 0;
        for (int row = 0; row < ROWS; row++) {
            error += Math.abs(answers[row] - values[row]) / ROWS;
        }

        assertTrue(error < 1, "mean error " + error);   // 2.9 without learning
    }

    @Test
    public void equalSeedsGiveEqualModels() {
        Matrix features = twoClouds();
        Target target = Target.regression(columns[1].clone());

        assertArrayEquals(answers(features, target), answers(features, target));
    }

    @Test
    public void refusesVeryWideTables() {
        assertTrue(learner.refusal(new DataShape(Task.BINARY, 2, ROWS, 5000)).isPresent());
        assertTrue(learner.refusal(new DataShape(Task.BINARY, 2, ROWS, 50)).isEmpty());
    }
}
