package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;

class FoldMakerTest {

    private static final Seed SEED = new Seed(7);

    @Test
    void everyFoldHasItsShareOfEachClass() {
        Target target = Target.classes(IntStream.range(0, 103).map(row -> row % 10 == 0 ? 1 : 0).toArray(), 2);
        FoldPlan plan = FoldMaker.folds(target, 5, RowGroups.each(103), SEED);

        for (int fold = 0; fold < 5; fold++) {
            int[] rows = plan.validation(fold);
            long positives = Arrays.stream(rows).filter(row -> target.classIndex(row) == 1).count();
            assertTrue(rows.length == 20 || rows.length == 21, "fold of " + rows.length);
            assertTrue(positives == 2 || positives == 3, positives + " positives");
        }
    }

    @Test
    void everyFoldHasItsShareOfEachTenthOfANumber() {
        Target target = Target.regression(IntStream.range(0, 200).mapToDouble(row -> (row * 37) % 200).toArray());
        FoldPlan plan = FoldMaker.folds(target, 4, RowGroups.each(200), SEED);

        for (int fold = 0; fold < 4; fold++) {
            long lowest = Arrays.stream(plan.validation(fold)).filter(row -> target.value(row) < 20).count();
            assertEquals(5, lowest);
        }
    }

    @Test
    void aClassRarerThanTheFoldsIsSpreadAndStillTrainedEverywhere() {
        Target target = Target.classes(IntStream.range(0, 60).map(row -> row < 3 ? 2 : row % 2).toArray(), 3);
        FoldPlan plan = FoldMaker.folds(target, 5, RowGroups.each(60), SEED);

        assertEquals(60, plan.validated().length);
        assertEquals(3, IntStream.of(0, 1, 2).map(plan::foldOf).distinct().count());
    }

    @Test
    void theOnlyRowOfAClassIsAlwaysTrainedOn() {
        Target target = Target.classes(IntStream.range(0, 60).map(row -> row == 9 ? 2 : row % 2).toArray(), 3);
        FoldPlan plan = FoldMaker.folds(target, 5, RowGroups.each(60), SEED);

        assertEquals(FoldPlan.ALWAYS_TRAINED, plan.foldOf(9));
        for (int fold = 0; fold < 5; fold++) {
            assertTrue(Arrays.stream(plan.train(fold)).anyMatch(row -> row == 9));
        }
    }

    @Test
    void fewerGroupsThanFoldsGiveFewerFolds() {
        Target target = Target.regression(new double[] {1, 2, 3, 4, 5, 6});
        FoldPlan plan = FoldMaker.folds(target, 5, new long[] {8, 8, 9, 9, 4, 4}, SEED);

        assertEquals(3, plan.count());
    }

    @Test
    void oneGroupCannotBeDivided() {
        Target target = Target.regression(new double[] {1, 2, 3});

        ProblemException refused = assertThrows(ProblemException.class,
                () -> FoldMaker.folds(target, 3, new long[3], SEED));

        assertEquals("too-few-rows", refused.problem().code());
    }

    @Test
    void twoRowsOfDifferentClassesCannotBeDivided() {
        Target target = Target.classes(new int[] {0, 1}, 2);

        assertThrows(ProblemException.class, () -> FoldMaker.folds(target, 2, RowGroups.each(2), SEED));
    }

    @Test
    void anotherSeedGivesAnotherPlan() {
        Target target = Target.regression(IntStream.range(0, 50).asDoubleStream().toArray());

        assertNotEquals(FoldMaker.folds(target, 5, RowGroups.each(50), SEED),
                FoldMaker.folds(target, 5, RowGroups.each(50), new Seed(8)));
    }

    @Test
    void aSingleSplitValidatesAFifthAndTrainsOnTheRest() {
        Target target = Target.classes(IntStream.range(0, 100).map(row -> row % 4 == 0 ? 1 : 0).toArray(), 2);
        FoldPlan plan = FoldMaker.single(target, 0.2, RowGroups.each(100), SEED);

        assertEquals(1, plan.count());
        assertEquals(20, plan.validation(0).length);
        assertEquals(80, plan.train(0).length);
        assertArrayEquals(plan.validation(0), plan.validated());
        assertEquals(5, Arrays.stream(plan.validated()).filter(row -> target.classIndex(row) == 1).count());
    }

    @Test
    void aPlanRefusesAFoldWithoutRows() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> new FoldPlan(new int[] {0, 0, -1}, 2));

        assertEquals("each fold needs rows to train and to validate on, 2 folds had [2, 0] of 3", refused.getMessage());
    }
}
