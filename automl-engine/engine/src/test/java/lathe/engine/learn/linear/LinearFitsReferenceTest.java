package lathe.engine.learn.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.builtin.ToyTable;
import lathe.engine.learn.FormulaTable;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.form.Linear;
import org.junit.jupiter.api.Test;

/// Coefficients against scikit-learn 1.9.1 on [FormulaTable], features and numeric target behind `StandardScaler`s.
class LinearFitsReferenceTest {

    private static Linear fit(Learner learner, Target target, Map<String, Object> changes) {
        return (Linear) FormulaTable.fit(learner, target, changes);
    }

    private static double[] answers(Form form) {
        double[] all = form.predict(Features.of(FormulaTable.features())).values();
        return new double[] {all[0], all[7], all[15]};
    }

    @Test
    void lassoAgrees() {
        Linear form = fit(new LassoLearner(), FormulaTable.numbers(), Map.of("alpha", 0.1, "relaxation", 0.0));

        // Lasso(alpha=0.1, tol=1e-12)
        assertArrayEquals(new double[] {1.5977649448, -0.8747161327, 0.3603552859}, form.weights().toArray(), 1e-8);
        assertArrayEquals(new double[] {-0.952211155, 2.4502957884, 0.5437497372}, answers(form), 1e-8);
    }

    @Test
    void lassoLeavesOutFeaturesEntirely() {
        ToyTable table = ToyTable.of(Task.REGRESSION, 500, 10, 3);
        LassoLearner learner = new LassoLearner();

        Linear form = (Linear) learner.fit(table.features(), table.target(),
                learner.space(table.shape()).with(Map.of("alpha", 0.1)), ToyTable.calm(1));

        // the target depends on the first two features only
        assertEquals(List.of(0, 1), IntStream.range(0, 10).filter(j -> form.weights().get(j) != 0).boxed().toList());
    }

    @Test
    void fullRelaxationIsLeastSquaresOnWhatWasKept() {
        ToyTable table = ToyTable.of(Task.REGRESSION, 2000, 6, 3);
        LassoLearner learner = new LassoLearner();

        Linear form = (Linear) learner.fit(table.features(), table.target(),
                learner.space(table.shape()).with(Map.of("alpha", 0.2, "relaxation", 1.0)), ToyTable.calm(1));

        // y = 2 x0 - x1 + noise of deviation 0.5: standard errors are 0.5 / sqrt(2000) = 0.011
        assertEquals(2, form.weights().get(0), 0.04);
        assertEquals(-1, form.weights().get(1), 0.04);
    }

    @Test
    void huberAgreesWithTwoOutliers() {
        double[] values = FormulaTable.numbers().toArray();
        values[3] += 50;
        values[11] -= 40;

        Linear form = fit(new HuberLearner(), Target.regression(values), Map.of("bound", 1.35, "alpha", 0.01));

        // HuberRegressor(epsilon=1.35, alpha=0.01, tol=1e-10)
        assertArrayEquals(new double[] {1.9706445192, -0.9616467634, 0.5560318446}, form.weights().toArray(), 1e-3);
        assertArrayEquals(new double[] {-1.3604745368, 2.8114998768, 0.5219597872}, answers(form), 2e-3);
    }

    @Test
    void partialLeastSquaresAgrees() {
        Linear form = fit(new PartialLeastSquaresLearner(), FormulaTable.numbers(), Map.of("components", 2.0));

        // PLSRegression(2)
        assertArrayEquals(new double[] {1.9923798724, -0.9875367033, 0.5204326547}, form.weights().toArray(), 1e-8);
        assertArrayEquals(new double[] {-1.3419381175, 2.8113021678, 0.4748404248}, answers(form), 1e-8);
    }

    @Test
    void partialLeastSquaresTakesMoreFeaturesThanRows() {
        ToyTable wide = ToyTable.of(Task.REGRESSION, 60, 200, 4);
        PartialLeastSquaresLearner learner = new PartialLeastSquaresLearner();

        Form form = learner.fit(wide.features(), wide.target(), learner.space(wide.shape()).with(Map.of("components", 40.0)), ToyTable.calm(1));

        assertTrue(wide.loss(form) < 1e-3, "must nearly run through its rows");
    }

    @Test
    void linearSupportVectorsAgree() {
        Linear form = fit(new LinearSupportVectorLearner(), FormulaTable.twoClasses(), Map.of("cost", 1.0, "calibration", "none"));

        // LinearSVC(C=1, loss="squared_hinge", dual=False, tol=1e-12) on standardised features: weights and intercept
        double[] weights = new double[3];
        double bias = form.biases().get(0);
        for (int feature = 0; feature < 3; feature++) {
            double[] column = FormulaTable.features().column(feature);
            double mean = Arrays.stream(column).sum() / 24;
            double deviation = Math.sqrt(Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum() / 24);
            weights[feature] = form.weights().get(feature) * deviation;
            bias += form.weights().get(feature) * mean;
        }
        assertArrayEquals(new double[] {0.047400249, -0.7101011076, 0.2346790254}, weights, 1e-6);
        assertEquals(0.2990483628, bias, 1e-6);
    }

    @Test
    void calibratedMarginsAreHonest() {
        for (Task task : new Task[] {Task.BINARY, Task.MULTICLASS}) {
            ToyTable known = ToyTable.of(task, 800, 4, 21);
            ToyTable fresh = ToyTable.of(task, 4000, 4, 22);
            Learner learner = new LinearSupportVectorLearner();
            Predictions predictions = learner.fit(known.features(), known.target(), learner.space(known.shape()).defaults(),
                    ToyTable.calm(1)).predict(Features.of(fresh.features()));
            double said = 0;
            double right = 0;
            for (int row = 0; row < 4000; row++) {
                said += predictions.at(row, predictions.best(row)) / 4000;
                right += predictions.best(row) == fresh.target().classIndex(row) ? 1.0 / 4000 : 0;
            }
            assertTrue(Math.abs(said - right) < 0.05, "said " + said + " and was right in " + right);
        }
    }

    @Test
    void repeatedColumnsDoNoHarm() {
        ToyTable table = ToyTable.of(Task.REGRESSION, 300, 2, 6);
        double[][] columns = {table.features().column(0), table.features().column(1), table.features().column(0)};
        ToyTable repeated = new ToyTable(new Matrix(List.of("a", "b", "c"), columns, 300), table.target());
        for (Learner learner : List.of(new LassoLearner(), new HuberLearner(), new PartialLeastSquaresLearner())) {
            Form form = learner.fit(repeated.features(), repeated.target(), learner.space(repeated.shape()).defaults(), ToyTable.calm(1));

            assertTrue(repeated.loss(form) < 0.4, learner.id());   // noise alone is 0.25
        }
    }
}
