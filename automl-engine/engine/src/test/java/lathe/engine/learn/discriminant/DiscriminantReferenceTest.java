package lathe.engine.learn.discriminant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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

/// Probabilities of rows 0, 7 and 15 against scikit-learn 1.9.1 on [FormulaTable], each behind a `StandardScaler`.
class DiscriminantReferenceTest {

    private static final Map<String, Object> PLAIN = Map.of("calibration", "none");

    private static void assertAnswers(Form form, double... expected) {
        Predictions predictions = form.predict(Features.of(FormulaTable.features()));
        double[] rows = IntStream.of(0, 7, 15).boxed()
                .flatMapToDouble(row -> Arrays.stream(predictions.row(row))).toArray();
        assertArrayEquals(expected, rows, 1e-7);
    }

    private static Form fit(Learner learner, Target target, Map<String, Object> changes) {
        return FormulaTable.fit(learner, target, changes);
    }

    @Test
    void naiveBayesAgrees() {
        // GaussianNB(var_smoothing=1e-2)
        assertAnswers(fit(DiscriminantLearner.naiveBayes(), FormulaTable.threeClasses(),
                Map.of("calibration", "none", "smoothing", 1e-2)),
                0.9908280544, 0.0087234739, 0.0004484717, 0.131168476, 0.6861758941, 0.1826556298,
                0.2035264483, 0.7284767191, 0.0679968326);
    }

    @Test
    void quadraticAgreesOnThreeClasses() {
        // QuadraticDiscriminantAnalysis(reg_param=0.1)
        assertAnswers(fit(DiscriminantLearner.quadratic(), FormulaTable.threeClasses(), PLAIN),
                0.9933843032, 0.0055239959, 0.001091701, 0.0635589365, 0.4443834708, 0.4920575928,
                0.1752668454, 0.7985550947, 0.02617806);
    }

    @Test
    void quadraticAgreesOnTwoClasses() {
        // QuadraticDiscriminantAnalysis(reg_param=1e-3)
        assertAnswers(fit(DiscriminantLearner.quadratic(), FormulaTable.twoClasses(),
                Map.of("calibration", "none", "shrinkage", 1e-3)),
                0.9993375389, 0.0006624611, 0.204287637, 0.795712363, 0.3399992285, 0.6600007715);
    }

    @Test
    void linearAgreesOnThreeClasses() {
        // LinearDiscriminantAnalysis(solver="lsqr", shrinkage=0.1)
        assertAnswers(fit(new LinearDiscriminantLearner(), FormulaTable.threeClasses(), Map.of("shrinkage", 0.1)),
                0.868802385, 0.1275693221, 0.0036282929, 0.0277387475, 0.4071118171, 0.5651494354,
                0.2788876849, 0.6431260181, 0.077986297);
    }

    @Test
    void linearAgreesOnTwoClasses() {
        // LinearDiscriminantAnalysis(solver="lsqr", shrinkage=0.01)
        assertAnswers(fit(new LinearDiscriminantLearner(), FormulaTable.twoClasses(), Map.of("shrinkage", 0.01)),
                0.9769963447, 0.0230036553, 0.3160402005, 0.6839597995, 0.3214632258, 0.6785367742);
    }

    @Test
    void regularisedWithoutOwnCovariancesIsLinear() {
        Form linear = fit(new LinearDiscriminantLearner(), FormulaTable.threeClasses(), Map.of("shrinkage", 0.1));
        Form regularised = fit(DiscriminantLearner.regularised(), FormulaTable.threeClasses(),
                Map.of("calibration", "none", "own", 0.0, "shrinkage", 0.1));

        Features features = Features.of(FormulaTable.features());
        assertInstanceOf(Linear.class, linear);
        assertArrayEquals(linear.predict(features).values(), regularised.predict(features).values(), 1e-9);
    }

    @Test
    void temperatureMendsWhatCopiedFeaturesSpoil() {
        // the same feature ten times: naive Bayes counts one piece of evidence ten times
        ToyTable known = copied(ToyTable.of(Task.BINARY, 2000, 2, 3));
        ToyTable fresh = copied(ToyTable.of(Task.BINARY, 2000, 2, 4));
        Learner bayes = DiscriminantLearner.naiveBayes();

        double plain = fresh.loss(bayes.fit(known.features(), known.target(), bayes.space(known.shape()).with(PLAIN), ToyTable.calm(1)));
        double tempered = fresh.loss(bayes.fit(known.features(), known.target(), bayes.space(known.shape()).defaults(), ToyTable.calm(1)));

        assertTrue(tempered < 0.5 * plain, () -> tempered + " against " + plain);
    }

    private static ToyTable copied(ToyTable table) {
        double[][] columns = IntStream.range(0, 10).mapToObj(i -> table.features().column(0)).toArray(double[][]::new);
        return new ToyTable(new Matrix(IntStream.range(0, 10).mapToObj(i -> "x" + i).toList(), columns, table.features().rows()),
                table.target());
    }
}
