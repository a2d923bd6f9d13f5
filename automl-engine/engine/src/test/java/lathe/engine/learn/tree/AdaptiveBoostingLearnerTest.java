package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.builtin.ToyTable;
import lathe.engine.learn.FormulaTable;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Trees;
import org.junit.jupiter.api.Test;

/// Against scikit-learn 1.9.1 on [FormulaTable], rows 0, 7 and 15.
class AdaptiveBoostingLearnerTest {

    private static Trees fit(Target target, int trees, int depth, double rate) {
        return (Trees) FormulaTable.fit(new AdaptiveBoostingLearner(), target, Map.of("trees", (double) trees, "depth", (double) depth,
                "leaf_rows", 0.0, "learning_rate", rate, "calibration", "none"));
    }

    private static double[] shares(Trees form, int classes) {
        double[] all = form.predict(Features.of(FormulaTable.features())).values();
        return IntStream.of(0, 7, 15).boxed().flatMapToDouble(row -> Arrays.stream(all, row * classes, (row + 1) * classes)).toArray();
    }

    @Test
    void stumpsAgreeOnTwoClasses() {
        // AdaBoostClassifier(DecisionTreeClassifier(max_depth=1), n_estimators=10, learning_rate=1)
        assertArrayEquals(new double[] {0.6572131013, 0.3427868987, 0.4540809366, 0.5459190634, 0.5628935814, 0.4371064186},
                shares(fit(FormulaTable.twoClasses(), 10, 1, 1), 2), 1e-5);
    }

    @Test
    void stumpsAgreeOnThreeClasses() {
        // AdaBoostClassifier(DecisionTreeClassifier(max_depth=1), n_estimators=10, learning_rate=0.5, random_state=1); the
        // random state decides between features that split equally well
        assertArrayEquals(new double[] {0.4601045233, 0.2891917578, 0.2507037189, 0.2557499205, 0.374999396, 0.3692506835,
            0.3885989687, 0.35582998, 0.2555710512}, shares(fit(FormulaTable.threeClasses(), 10, 1, 0.5), 3), 1e-5);
    }

    @Test
    void endsWithATreeThatIsNeverWrong() {
        assertEquals(1, fit(FormulaTable.twoClasses(), 50, 6, 1).trees());
    }

    @Test
    void calibrationLowersTheLoss() {
        ToyTable known = ToyTable.of(Task.MULTICLASS, 1500, 4, 31);
        ToyTable fresh = ToyTable.of(Task.MULTICLASS, 1500, 4, 32);
        Learner learner = new AdaptiveBoostingLearner();

        double plain = fresh.loss(learner.fit(known.features(), known.target(),
                learner.space(known.shape()).with(Map.of("calibration", "none")), ToyTable.calm(1)));
        double calibrated = fresh.loss(learner.fit(known.features(), known.target(), learner.space(known.shape()).defaults(), ToyTable.calm(1)));

        assertTrue(calibrated < 0.8 * plain, () -> calibrated + " against " + plain);
    }
}
