package lathe.engine.prepare;

import static lathe.engine.prepare.Columns.FITTER;
import static lathe.engine.prepare.Columns.SEED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.prepare.RecipeFitter.Prepared;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.StringColumn;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TargetMeanStepTest {

    private static final Field SHOP = Field.of("shop", FieldType.CATEGORY);

    private static Prepared fit(Preparation preparation, Column shops, Target target) {
        return FITTER.fit(new Recipe(preparation, Map.of("shop", "target_mean")), Columns.table(SHOP, shops), target, SEED);
    }

    private static Matrix apply(Prepared prepared, String... shops) {
        return prepared.recipe().apply(Columns.table(SHOP, StringColumn.of(List.of(shops))));
    }

    /// By hand, (sum + 10 · mean of all) / (rows + 10); the same as scikit-learn 1.9.1: TargetEncoder(smooth=10.0).
    @Test
    void drawsTheMeansOfSmallLevelsTowardsTheMeanOfAll() {
        Column shops = StringColumn.of(List.of("a", "a", "A ", "a", "b", "b", "b", "B", "b", "c"));
        Target target = Target.regression(new double[] {1, 2, 3, 4, 10, 10, 11, 12, 7, 5});
        Prepared prepared = fit(Preparation.TREES, shops, target);
        assertArrayEquals(new double[] {5.357142857142857, 5.357142857142857, 7.666666666666667, 6.363636363636363, 6.5, 6.5},
                apply(prepared, "a", "A ", "B", "c", "", "never").column(0), 1e-14);
        assertArrayEquals(new double[] {4, 4, 5, 1, 0, 0}, apply(prepared, "a", "A ", "B", "c", "", "never").column(1));
    }

    /// As above, binary: TargetEncoder's shares of class 1.
    @Test
    void takesSharesOfTheSecondOfTwoClasses() {
        Column shops = StringColumn.of(List.of("a", "a", "a", "a", "b", "b", "b", "b", "b", "c"));
        Target target = Target.classes(new int[] {1, 0, 0, 0, 1, 1, 1, 1, 0, 1}, 2);
        assertArrayEquals(new double[] {0.5, 0.6666666666666666, 0.6363636363636364},
                apply(fit(Preparation.TREES, shops, target), "a", "b", "c").column(0), 1e-15);
    }

    @Test
    void missingIsALevelOfItsOwnOnceTrainingHasSeenIt() {
        Column shops = StringColumn.of(List.of("a", "a", "", "", "b", "b"));
        Target target = Target.regression(new double[] {0, 0, 12, 12, 0, 0});
        // (24 + 10 · 4) / 12
        assertEquals(64.0 / 12, apply(fit(Preparation.TREES, shops, target), "").at(0, 0), 1e-14);
    }

    @Test
    void oneColumnForEachOfTheCommonestClasses() {
        Random random = new Random(2);
        int[] classes = IntStream.range(0, 600).map(row -> row % 20 == 0 ? random.nextInt(8) : 8 + row % 8).toArray();
        Column shops = StringColumn.of(IntStream.range(0, 600).mapToObj(row -> "s" + random.nextInt(70)).toList());
        List<String> features = fit(Preparation.LINEAR, shops, Target.classes(classes, 16)).recipe().features();
        assertEquals(10, features.size());
        assertTrue(features.contains("shop target mean 15"), features::toString);
    }

    /// A category that means nothing must not look as if it did: what a training row sees comes from other rows.
    @ParameterizedTest
    @EnumSource(value = Preparation.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aMeaninglessCategoryStaysMeaninglessInTraining(Preparation preparation) {
        int rows = 4000;
        Random random = new Random(11);
        Column shops = StringColumn.of(IntStream.range(0, rows).mapToObj(row -> "s" + random.nextInt(1500)).toList());
        for (Task task : Task.values()) {
            Target target = Columns.target(task, rows, 21);
            double[] answers = task == Task.MULTICLASS
                    ? IntStream.range(0, rows).mapToDouble(row -> target.classIndex(row) == 0 ? 1 : 0).toArray()
                    : target.toArray();
            Prepared prepared = fit(preparation, shops, target);
            double honest = correlation(prepared.training().column(0), answers);
            double blind = correlation(prepared.recipe().apply(Columns.table(SHOP, shops)).column(0), answers);
            assertEquals(0, honest, 0.05, task::name);
            assertTrue(blind > 0.4, "the same rows through the fitted step would give it away: " + blind);
        }
    }

    @Test
    void aTellingCategoryTellsInTraining() {
        int rows = 4000;
        Random random = new Random(11);
        int[] shops = random.ints(rows, 0, 200).toArray();
        Target target = Target.regression(IntStream.range(0, rows)
                .mapToDouble(row -> shops[row] % 7 + random.nextGaussian()).toArray());
        Column column = StringColumn.of(IntStream.of(shops).mapToObj(shop -> "s" + shop).toList());
        assertTrue(correlation(fit(Preparation.LINEAR, column, target).training().column(0), target.toArray()) > 0.8);
    }

    /// Scaled training values have mean 0 and deviation 1, and the fitted step keeps the same scale.
    @Test
    void linearModelsGetItScaled() {
        Column shops = Columns.everyday(FieldType.CATEGORY, 500, 3);
        Target target = Columns.target(Task.REGRESSION, 500, 1);
        double[] scaled = fit(Preparation.LINEAR, shops, target).training().column(0);
        double[] plain = fit(Preparation.TREES, shops, target).training().column(0);
        NumberFacts facts = NumberFacts.of(scaled);
        assertEquals(0, facts.mean, 1e-12);
        assertEquals(1, facts.deviation, 1e-12);
        assertEquals(1, correlation(scaled, plain), 1e-12);
    }

    private static double correlation(double[] a, double[] b) {
        NumberFacts first = NumberFacts.of(a);
        NumberFacts second = NumberFacts.of(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - first.mean) * (b[i] - second.mean);
        }
        return sum / a.length / first.deviation / second.deviation;
    }
}
