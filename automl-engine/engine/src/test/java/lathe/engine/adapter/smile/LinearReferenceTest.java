package lathe.engine.adapter.smile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.builtin.ToyTable;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import org.junit.jupiter.api.Test;
import smile.classification.LogisticRegression;

/// Coefficients against scikit-learn 1.9.1 on a table given by formulas.
///
/// x0 = sin(i + 1), x1 = 3 cos(2 i) + 1, x2 = (7 i mod 11) / 2, y = 1 + 2 x0 − x1 + x2 / 2 + 0.3 sin(5 i), i = 0 … 23.
class LinearReferenceTest {

    private static final int N = 24;
    private static final int[] TWO_CLASSES = {0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1};
    private static final int[] THREE_CLASSES = {0, 2, 2, 0, 1, 0, 1, 2, 2, 0, 0, 2, 1, 1, 2, 1, 0, 2, 2, 0, 2, 1, 0, 1};

    private static double[][] columns() {
        double[][] columns = new double[3][N];
        for (int i = 0; i < N; i++) {
            columns[0][i] = Math.sin(i + 1.0);
            columns[1][i] = 3 * Math.cos(2.0 * i) + 1;
            columns[2][i] = (i * 7 % 11) / 2.0;
        }
        return columns;
    }

    private static Target values() {
        double[][] x = columns();
        return Target.regression(IntStream.range(0, N)
                .mapToDouble(i -> 1 + 2 * x[0][i] - x[1][i] + 0.5 * x[2][i] + 0.3 * Math.sin(5.0 * i)).toArray());
    }

    private static Linear fit(Learner learner, Target target, Map<String, Object> changes) {
        DataShape shape = new DataShape(target.task(), target.classCount(), N, 3);
        Matrix features = new Matrix(List.of("x0", "x1", "x2"), columns(), N);
        return (Linear) learner.fit(features, target, learner.space(shape).with(changes), ToyTable.calm(1));
    }

    @Test
    void logisticAgreesOnTwoClasses() {
        Linear form = fit(new LogisticLearner(), Target.classes(TWO_CLASSES, 2), Map.of("lambda", 0.5));

        // LogisticRegression(C=2, tol=1e-12)
        assertArrayEquals(new double[] {0.15727369, -0.99038428, 0.44317076}, form.weights().toArray(), 1e-4);
        assertEquals(0.91193308, form.biases().get(0), 1e-4);
        assertEquals(Link.LOGISTIC, form.link());
    }

    @Test
    void logisticAgreesOnThreeClasses() {
        Linear form = fit(new LogisticLearner(), Target.classes(THREE_CLASSES, 3), Map.of("lambda", 0.5));

        // LogisticRegression(C=2, tol=1e-12); its biases sum to 0, ours are free to differ by one constant
        assertArrayEquals(new double[] {
            -1.47959358, 0.84610308, -0.62055145,
            -0.03993063, 0.12968493, 0.22892065,
            1.51952421, -0.97578801, 0.3916308}, form.weights().toArray(), 1e-4);
        assertEquals(0.4511314 + 0.17773067, form.biases().get(0) - form.biases().get(1), 1e-4);
        assertEquals(0.4511314 + 0.27340073, form.biases().get(0) - form.biases().get(2), 1e-4);
        assertEquals(Link.SOFTMAX, form.link());
    }

    @Test
    void logisticAgreesWithSmilesOwnOnTwoClasses() {
        ToyTable table = ToyTable.of(Task.BINARY, 500, 4, 3);
        LogisticRegression.Binomial smile = LogisticRegression.binomial(table.features().toRows(),
                table.target().toClassArray(), new LogisticRegression.Options(0.3, 1e-10, 500));

        LogisticLearner learner = new LogisticLearner();
        Predictions ours = learner.fit(table.features(), table.target(),
                learner.space(table.shape()).with(Map.of("lambda", 0.3)), ToyTable.calm(1)).predict(Features.of(table.features()));

        double[] posterior = new double[2];
        for (int row = 0; row < 500; row++) {
            smile.predict(table.features().toRows()[row], posterior);
            assertArrayEquals(posterior, ours.row(row), 1e-4);
        }
    }

    @Test
    void ridgeAgrees() {
        Linear form = fit(new RidgeLearner(), values(), Map.of("lambda", 2.0));

        // make_pipeline(StandardScaler(), Ridge(alpha=2)), turned back to the columns' units
        assertArrayEquals(new double[] {1.83010979, -0.91724045, 0.48686231}, form.weights().toArray(), 1e-7);
        assertEquals(0.9386734459408742, form.biases().get(0), 1e-7);
    }

    @Test
    void elasticNetAgrees() {
        Linear form = fit(new ElasticNetLearner(), values(), Map.of("alpha", 0.1, "l1_ratio", 0.5));

        // ElasticNet(alpha=0.1, l1_ratio=0.5) on features and target of deviation 1, turned back to their units
        assertArrayEquals(new double[] {1.70507419, -0.88973676, 0.42355009}, form.weights().toArray(), 2e-3);
        assertEquals(1.0639086015865236, form.biases().get(0), 2e-3);
    }

    @Test
    void learnsTheLogarithmOfASkewedTargetOnly() {
        double[] skewed = IntStream.range(0, N).mapToDouble(i -> Math.exp(i / 3.0)).toArray();
        double[] negative = skewed.clone();
        negative[0] = -1;

        assertEquals(Link.EXPM1, fit(new RidgeLearner(), Target.regression(skewed), Map.of("target", "log")).link());
        assertEquals(Link.IDENTITY, fit(new RidgeLearner(), Target.regression(skewed), Map.of()).link());
        assertEquals(Link.IDENTITY, fit(new RidgeLearner(), Target.regression(negative), Map.of("target", "log")).link());
        assertEquals(Link.IDENTITY, fit(new RidgeLearner(), values(), Map.of("target", "log")).link());
    }

    @Test
    void openBlasIsThereOnEveryPlatformWeBuildOn() {
        assertTrue(NativeBlas.problem().isEmpty(), () -> NativeBlas.problem().toString());
    }
}
