package lathe.engine.learn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.builtin.ToyTable;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FormulaTable;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.form.Kernel;
import org.junit.jupiter.api.Test;

/// Answers against scikit-learn 1.9.1 on [FormulaTable], features and numeric target behind `StandardScaler`s, asked for
/// rows 0, 7 and 15 with 0.25 added to every feature.
class KernelReferenceTest {

    private static final double SMOOTHING = 0.01;

    private static double[] answers(Form form) {
        double[][] columns = new double[3][];
        for (int feature = 0; feature < 3; feature++) {
            double[] column = FormulaTable.features().column(feature);
            columns[feature] = IntStream.of(0, 7, 15).mapToDouble(row -> column[row] + 0.25).toArray();
        }
        return form.predict(Features.of(new Matrix(FormulaTable.features().names(), columns, 3))).values();
    }

    private static double[] answers(Learner learner, Target target, Map<String, Object> changes) {
        return answers(FormulaTable.fit(learner, target, changes));
    }

    // What smoothing adds: a share of the classes' shares, 8 of 24 rows each counted with half a row more.
    private static double[] smoothed(int neighbours, double... shares) {
        double share = SMOOTHING / (neighbours + SMOOTHING);
        int[] counts = new int[3];
        Arrays.stream(FormulaTable.threeClasses().toClassArray()).forEach(c -> counts[c]++);
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> (1 - share) * shares[i] + share * (counts[i % 3] + 0.5) / 25.5).toArray();
    }

    @Test
    void neighboursByDistanceAgree() {
        // KNeighborsClassifier(5, weights="distance")
        assertArrayEquals(smoothed(5, 0.7376685241, 0.1921756431, 0.0701558328, 0, 0.3019295519, 0.6980704481,
                0.1366659506, 0.6732909755, 0.190043074), answers(new NeighboursLearner(), FormulaTable.threeClasses(),
                Map.of("neighbours", 5.0, "smoothing", SMOOTHING, "calibration", "none")), 1e-6);
    }

    @Test
    void neighboursByAbsoluteDifferencesAgree() {
        // KNeighborsClassifier(4, weights="uniform", p=1)
        assertArrayEquals(smoothed(4, 0.5, 0.25, 0.25, 0, 0.5, 0.5, 0, 0.75, 0.25), answers(new NeighboursLearner(),
                FormulaTable.threeClasses(), Map.of("neighbours", 4.0, "smoothing", SMOOTHING, "distance", "absolute",
                        "weights", "equal", "calibration", "none")), 1e-12);
    }

    @Test
    void neighboursOfNumbersAgree() {
        // KNeighborsRegressor(4, weights="distance", p=1)
        assertArrayEquals(new double[] {-0.3496777258, 2.4694957809, 1.1632530645}, answers(new NeighboursLearner(),
                FormulaTable.numbers(), Map.of("neighbours", 4.0, "distance", "absolute")), 1e-6);
    }

    @Test
    void knownRowsGetTheirOwnAnswerByDistance() {
        Form form = FormulaTable.fit(new NeighboursLearner(), FormulaTable.numbers(), Map.of("neighbours", 6.0));

        assertArrayEquals(FormulaTable.numbers().toArray(), form.predict(Features.of(FormulaTable.features())).values(), 1e-5);
    }

    @Test
    void supportVectorsAgreeOnTwoClasses() {
        // SVC(C=2, gamma=1/3, tol=1e-6).decision_function: -0.9869451889, 0.8294309706, 0.0830803495
        double[] shares = answers(new SupportVectorLearner(), FormulaTable.twoClasses(), Map.of("cost", 2.0, "calibration", "none"));

        assertArrayEquals(new double[] {-0.9869451889, 0.8294309706, 0.0830803495},
                IntStream.range(0, 3).mapToDouble(row -> Math.log(shares[2 * row + 1] / shares[2 * row])).toArray(), 2e-3);
    }

    @Test
    void supportVectorsAgreeOnThreeClasses() {
        // SVC(C=2, gamma=1/3, tol=1e-6).decision_function of each class against the rest, class by class
        double[][] decisions = {{0.8422471809, -1.1066324303, -1.1270905908}, {-1.414854597, -0.6300472901, 0.0446101136},
            {-1.1003450258, 0.8479934472, -0.9710809251}};
        double[] expected = Arrays.stream(decisions).flatMapToDouble(row -> {
            double sum = Arrays.stream(row).map(Math::exp).sum();
            return Arrays.stream(row).map(z -> Math.exp(z) / sum);
        }).toArray();

        assertArrayEquals(expected, answers(new SupportVectorLearner(), FormulaTable.threeClasses(),
                Map.of("cost", 2.0, "calibration", "none")), 2e-3);
    }

    @Test
    void supportVectorsOfNumbersAgree() {
        // SVR(C=3, gamma=1/3, epsilon=0.1, tol=1e-6)
        assertArrayEquals(new double[] {-0.5341085189, 2.3844658267, 0.7532936692}, answers(new SupportVectorLearner(),
                FormulaTable.numbers(), Map.of("cost", 3.0, "width", 0.1)), 5e-3);
    }

    @Test
    void kernelRidgeAgreesWithEveryKernel() {
        Target target = FormulaTable.numbers();

        // KernelRidge(alpha=0.5, gamma=1/3) with rbf, laplacian, and poly of degree 2 and coef0=1; its target is not of
        // deviation 1 here, which changes nothing
        assertArrayEquals(new double[] {-0.2735710909, 2.3855679088, 0.8136809859},
                answers(new KernelRidgeLearner(), target, Map.of("lambda", 0.5)), 1e-6);
        assertArrayEquals(new double[] {-0.3498827975, 2.1166767303, 0.93511987},
                answers(new KernelRidgeLearner(), target, Map.of("lambda", 0.5, "kernel", "laplacian")), 1e-6);
        assertArrayEquals(new double[] {-0.762995127, 3.0023556186, 0.8705099816},
                answers(new KernelRidgeLearner(), target, Map.of("lambda", 0.5, "kernel", "polynomial")), 1e-6);
    }

    @Test
    void gaussianProcessAgreesWithGivenReachAndNoise() {
        // GaussianProcessRegressor(RBF(sqrt(3/2)), alpha=0.1, optimizer=None)
        assertArrayEquals(new double[] {-0.5339640697, 2.5489074831, 0.8337656912}, answers(new GaussianProcessLearner(),
                FormulaTable.numbers(), Map.of("chosen_by", "hand", "gamma", 1.0, "noise", 0.1)), 1e-6);
    }

    @Test
    void gaussianProcessFindsTheLikeliestReach() {
        // GaussianProcessRegressor(ConstantKernel() * RBF() + WhiteKernel(0.1, (1e-3, 10)), n_restarts_optimizer=10) finds a
        // nearly straight line here: -0.8262836466, 3.1285177824, 0.830405477
        assertArrayEquals(new double[] {-0.8262836466, 3.1285177824, 0.830405477},
                answers(new GaussianProcessLearner(), FormulaTable.numbers(), Map.of()), 0.05);
    }

    @Test
    void calibratedScoresAreHonest() {
        for (Task task : new Task[] {Task.BINARY, Task.MULTICLASS}) {
            ToyTable known = ToyTable.of(task, 500, 4, 21);
            ToyTable fresh = ToyTable.of(task, 4000, 4, 22);
            for (Learner learner : new Learner[] {new SupportVectorLearner(), new KernelRidgeLearner()}) {
                Form form = learner.fit(known.features(), known.target(), learner.space(known.shape()).defaults(), ToyTable.calm(1));
                Predictions predictions = form.predict(Features.of(fresh.features()));
                double said = 0;
                double right = 0;
                for (int row = 0; row < 4000; row++) {
                    said += predictions.at(row, predictions.best(row)) / 4000;
                    right += predictions.best(row) == fresh.target().classIndex(row) ? 1.0 / 4000 : 0;
                }
                assertTrue(Math.abs(said - right) < 0.05, learner.id() + " said " + said + " and was right in " + right);
            }
        }
    }

    @Test
    void keepsOnlyRowsThatSupport() {
        ToyTable table = ToyTable.of(Task.BINARY, 600, 2, 5);
        Learner learner = new SupportVectorLearner();

        Form form = learner.fit(table.features(), table.target(), learner.space(table.shape()).with(Map.of("cost", 10.0)), ToyTable.calm(1));

        assertTrue(assertInstanceOf(Kernel.class, form).rows().count() < 300);
    }

    @Test
    void largeTablesAreRefusedWithAReason() {
        DataShape large = new DataShape(Task.REGRESSION, 0, 20_001, 10);
        for (Learner learner : new Learner[] {new NeighboursLearner(), new SupportVectorLearner(), new KernelRidgeLearner(),
            new GaussianProcessLearner()}) {
            assertTrue(learner.refusal(large).orElse("").startsWith("20001 rows are more than the"), learner.id());
            assertTrue(learner.refusal(new DataShape(Task.REGRESSION, 0, 100, 0)).isPresent(), learner.id());
        }
    }
}
