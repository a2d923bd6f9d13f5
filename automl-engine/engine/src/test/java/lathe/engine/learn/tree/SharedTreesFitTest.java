package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;
import org.junit.jupiter.api.Test;

class SharedTreesFitTest {

    private static final int CLASSES = 5;

    // Each row's probabilities follow from its three numbers.
    private record Rows(Matrix matrix, Predictions shares) {
        static Rows of(int rows, int seed) {
            Random random = new Random(seed);
            double[][] columns = new double[3][rows];
            double[] shares = new double[rows * CLASSES];
            for (int row = 0; row < rows; row++) {
                double sum = 0;
                for (double[] column : columns) {
                    column[row] = random.nextGaussian();
                }
                for (int c = 0; c < CLASSES; c++) {
                    shares[row * CLASSES + c] = Math.exp(Math.sin(c + columns[0][row]) + columns[1][row] * columns[2][row] * (c - 2) / 2);
                    sum += shares[row * CLASSES + c];
                }
                for (int c = 0; c < CLASSES; c++) {
                    shares[row * CLASSES + c] /= sum;
                }
            }
            return new Rows(new Matrix(List.of("a", "b", "c"), columns, columns[0].length), new Predictions(CLASSES, shares));
        }

        Target target() {
            int[] classes = new int[matrix.rows()];
            for (int row = 0; row < classes.length; row++) {
                classes[row] = row % CLASSES;
            }
            return Target.classes(classes, CLASSES);
        }
    }

    private static Trees fit(Rows rows, Target target, Map<String, Object> asked, Deadline deadline) {
        BoostingLearner learner = new BoostingLearner();
        Hyperparameters settings = learner.space(new DataShape(Task.MULTICLASS, CLASSES, rows.matrix().rows(), 3)).with(asked);
        return learner.fitShares(rows.matrix(), target, rows.shares(), settings, new FitContext(new Seed(4), deadline, new CancelToken(), Map.of()));
    }

    private static Trees fit(Rows rows, int rounds) {
        return fit(rows, rows.target(), Map.of("rounds", rounds, "learning_rate", 0.2, "stopping", "never"), Deadline.never());
    }

    // Kullback-Leibler divergence from the wanted probabilities.
    private static double missed(Trees trees, Rows rows) {
        Predictions answers = trees.predict(Features.of(rows.matrix()));
        double sum = 0;
        for (int i = 0; i < answers.values().length; i++) {
            sum += rows.shares().values()[i] * Math.log(rows.shares().values()[i] / answers.values()[i]);
        }
        return sum / rows.matrix().rows();
    }

    @Test
    void oneTreeOfARoundAnswersAllClasses() {
        Rows rows = Rows.of(3000, 1);
        Rows others = Rows.of(1000, 2);
        Trees trees = fit(rows, 150);
        assertEquals(150, trees.trees());
        assertEquals(CLASSES, trees.leafWidth());
        assertEquals(Link.SOFTMAX, trees.link());
        double start = missed(trees.with(new double[trees.leafValues().length], trees.base()), others);
        assertTrue(missed(trees, others) < 0.05 * start, missed(trees, others) + " of " + start);
    }

    @Test
    void theSameSeedFitsTheSame() {
        Rows rows = Rows.of(400, 1);
        assertArrayEquals(fit(rows, 50).leafValues(), fit(rows, 50).leafValues());
    }

    @Test
    void aRowOfWeightTwoCountsAsTwo() {
        Rows once = Rows.of(300, 1);
        double[] weights = new double[300];
        Arrays.fill(weights, 1);
        Arrays.fill(weights, 0, 100, 2);
        int[] twice = IntStream.range(0, 400).map(row -> row < 300 ? row : row - 300).toArray();
        double[][] columns = new double[3][];
        for (int feature = 0; feature < 3; feature++) {
            double[] column = once.matrix().column(feature);
            columns[feature] = Arrays.stream(twice).mapToDouble(row -> column[row]).toArray();
        }
        double[] shares = new double[400 * CLASSES];
        for (int row = 0; row < 400; row++) {
            System.arraycopy(once.shares().values(), twice[row] * CLASSES, shares, row * CLASSES, CLASSES);
        }
        Rows repeated = new Rows(new Matrix(List.of("a", "b", "c"), columns, columns[0].length), new Predictions(CLASSES, shares));
        Map<String, Object> asked = Map.of("rounds", 50, "learning_rate", 0.1, "stopping", "never", "rows", 1.0, "columns", 1.0, "leaf_rows", 1, "bins", 15);
        double[] weighted = fit(once, once.target().weighted(weights), asked, Deadline.never()).predict(Features.of(once.matrix())).values();
        double[] counted = fit(repeated, repeated.target(), asked, Deadline.never()).predict(Features.of(once.matrix())).values();
        double apart = 0;
        for (int i = 0; i < weighted.length; i++) {
            apart += Math.abs(weighted[i] - counted[i]) / weighted.length;
        }
        assertTrue(apart < 0.03, "mean distance " + apart);
    }

    @Test
    void withoutTimeThereAreNoTreesAndTheSharesOfTheClassesAreAnswered() {
        Rows rows = Rows.of(200, 1);
        Trees none = fit(rows, rows.target(), Map.of("rounds", 50, "stopping", "never"), Deadline.in(Duration.ZERO));
        assertEquals(0, none.trees());
        double[] answers = none.predict(Features.of(rows.matrix())).values();
        assertEquals(1, Arrays.stream(answers, 0, CLASSES).sum(), 1e-9);
    }

    @Test
    void theFirstRoundsAreThoseOfTheFit() {
        Rows rows = Rows.of(400, 1);
        Trees trees = fit(rows, 60);
        Trees first = trees.first(20);
        assertEquals(20, first.trees());
        assertEquals(0, first.leafValues().length % CLASSES);
        Trees others = trees.with(zeroFrom(trees, first.leafValues().length), trees.base());
        assertArrayEquals(others.predict(Features.of(rows.matrix())).values(), first.predict(Features.of(rows.matrix())).values(), 1e-12);
    }

    private static double[] zeroFrom(Trees trees, int from) {
        double[] leaves = trees.leafValues();
        Arrays.fill(leaves, from, leaves.length, 0);
        return leaves;
    }
}
