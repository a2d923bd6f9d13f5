package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.builtin.ToyTable;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.form.Trees;
import org.junit.jupiter.api.Test;

class AdditiveLearnerTest {

    private static final AdditiveLearner LEARNER = new AdditiveLearner();
    private static final int N = 3000;

    /// y = sin(3 a) + level effect + 2 a b (a, b in [-1, 1]) + noise
    private static ToyTable table(long seed, double interaction) {
        Random random = new Random(seed);
        double[][] columns = new double[3][N];
        double[] answers = new double[N];
        for (int row = 0; row < N; row++) {
            columns[0][row] = 2 * random.nextDouble() - 1;
            columns[1][row] = 2 * random.nextDouble() - 1;
            columns[2][row] = random.nextInt(5);
            answers[row] = Math.sin(3 * columns[0][row]) + (columns[2][row] == 3 ? 1 : 0)
                    + interaction * columns[0][row] * columns[1][row] + 0.1 * random.nextGaussian();
        }
        return new ToyTable(new Matrix(List.of("a", "b", "level"), columns, N, Set.of("level")), Target.regression(answers));
    }

    private static Form fit(ToyTable table, Map<String, Object> changes) {
        return LEARNER.fit(table.features(), table.target(), LEARNER.space(table.shape()).with(changes), ToyTable.calm(1));
    }

    private static double meanSquare(Form form, ToyTable fresh) {
        double[] answers = form.predict(Features.of(fresh.features())).values();
        return IntStream.range(0, N).mapToDouble(row -> Math.pow(answers[row] - fresh.target().value(row), 2)).average().orElseThrow();
    }

    @Test
    void withoutPairsTheAnswerIsASumOfOneCurveForEachFeature() {
        Form form = fit(table(1, 0), Map.of("pairs", 0.0));

        assertTrue(form instanceof Trees trees && trees.trees() <= 3, "one tree for each feature");
        Random random = new Random(9);
        for (int i = 0; i < 50; i++) {
            double[] from = {random.nextDouble(), random.nextDouble(), 1};
            double[] to = {-random.nextDouble(), -random.nextDouble(), 3};
            double both = at(form, to[0], to[1], to[2]) - at(form, from[0], from[1], from[2]);
            double alone = at(form, to[0], from[1], from[2]) + at(form, from[0], to[1], from[2]) + at(form, from[0], from[1], to[2])
                    - 3 * at(form, from[0], from[1], from[2]);
            assertEquals(alone, both, 1e-9);
        }
    }

    private static double at(Form form, double a, double b, double level) {
        Matrix row = new Matrix(List.of("a", "b", "level"), new double[][] {{a}, {b}, {level}}, 1, Set.of("level"));
        return form.predict(Features.of(row)).values()[0];
    }

    @Test
    void findsTheCurveAndTheLevelThatStandsOut() {
        // noise has a variance of 0.01
        assertTrue(meanSquare(fit(table(1, 0), Map.of()), table(2, 0)) < 0.02);
    }

    @Test
    void aPairIsWorthItsTermWhereFeaturesWorkTogether() {
        ToyTable table = table(1, 2);
        ToyTable fresh = table(2, 2);

        double without = meanSquare(fit(table, Map.of("pairs", 0.0)), fresh);
        double with = meanSquare(fit(table, Map.of("pairs", 2.0)), fresh);

        // the product has a variance of 4/9
        assertTrue(without > 0.4, "without " + without);
        assertTrue(with < 0.1 * without, "with %f, without %f".formatted(with, without));
    }

    @Test
    void learnsSeveralClasses() {
        ToyTable table = ToyTable.of(Task.MULTICLASS, 1500, 4, 3);
        ToyTable fresh = ToyTable.of(Task.MULTICLASS, 1500, 4, 4);
        Form form = LEARNER.fit(table.features(), table.target(), LEARNER.space(table.shape()).defaults(), ToyTable.calm(1));
        BoostingLearner boosting = new BoostingLearner();
        Form other = boosting.fit(table.features(), table.target(), boosting.space(table.shape()).defaults(), ToyTable.calm(1));

        assertTrue(fresh.loss(form) < 1.5 * fresh.loss(other), "%.4f against %.4f".formatted(fresh.loss(form), fresh.loss(other)));
    }
}
