package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;

class HoldoutTest {

    private static final Seed SEED = new Seed(11);

    @Test
    void eachClassGivesItsShare() {
        Target target = Target.classes(IntStream.range(0, 10_000).map(row -> row % 50 == 0 ? 1 : 0).toArray(), 2);
        int[] held = Holdout.split(target, 0.2, RowGroups.each(10_000), SEED).holdout();

        assertEquals(2000.0, held.length, 2.0);
        assertEquals(40.0, Arrays.stream(held).filter(row -> target.classIndex(row) == 1).count(), 1.0);
    }

    @Test
    void manySmallClassesStillFillTheHoldout() {
        Target target = Target.classes(IntStream.range(0, 200).map(row -> row / 2).toArray(), 100);

        assertEquals(40, Holdout.split(target, 0.2, RowGroups.each(200), SEED).holdout().length, 4);
    }

    @Test
    void twoRareRowsAreSharedBetweenLearningAndJudging() {
        Target target = Target.classes(IntStream.range(0, 100).map(row -> row < 2 ? 1 : 0).toArray(), 2);
        int[] held = Holdout.split(target, 0.2, RowGroups.each(100), SEED).holdout();

        assertEquals(1, Arrays.stream(held).filter(row -> row < 2).count());
    }

    @Test
    void aGroupLargerThanTheShareStaysToLearnFrom() {
        Target target = Target.regression(IntStream.range(0, 100).asDoubleStream().toArray());
        long[] groups = IntStream.range(0, 100).mapToLong(row -> row < 50 ? -1 : row).toArray();
        int[] held = Holdout.split(target, 0.2, groups, SEED).holdout();

        // half of the tenths cannot give their share, the others make up for some of it
        assertTrue(held.length >= 14 && held.length <= 20, held.length + " held out");
        assertTrue(Arrays.stream(held).allMatch(row -> row >= 50));
    }

    @Test
    void oneGroupCannotBeSplit() {
        Target target = Target.regression(new double[] {1, 2});

        assertThrows(ProblemException.class, () -> Holdout.split(target, 0.5, new long[2], SEED));
    }

    @Test
    void aShareOfOneIsRefused() {
        Target target = Target.regression(new double[] {1, 2});

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> Holdout.split(target, 1, RowGroups.each(2), SEED));

        assertEquals("share of a holdout must lie in (0, 1), was 1.0", refused.getMessage());
    }
}
