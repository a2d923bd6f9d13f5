package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FoldPropertyTest {

    @Property(tries = 200)
    void trainAndValidationPartitionTheRows(@ForAll @IntRange(min = 20, max = 120) int rows,
            @ForAll @IntRange(min = 2, max = 8) int folds, @ForAll @IntRange(min = 0, max = 4) int classes,
            @ForAll long seed) {
        FoldPlan plan = FoldMaker.folds(target(rows, classes, seed), folds, RowGroups.each(rows), new Seed(seed));

        int[] validated = new int[rows];
        for (int fold = 0; fold < plan.count(); fold++) {
            int[] both = IntStream.concat(Arrays.stream(plan.train(fold)), Arrays.stream(plan.validation(fold)))
                    .sorted().toArray();
            assertArrayEquals(IntStream.range(0, rows).toArray(), both);
            Arrays.stream(plan.validation(fold)).forEach(row -> validated[row]++);
        }
        for (int row = 0; row < rows; row++) {
            assertEquals(plan.foldOf(row) == FoldPlan.ALWAYS_TRAINED ? 0 : 1, validated[row]);
        }
    }

    @Property(tries = 200)
    void foldsNeverSplitAGroup(@ForAll @IntRange(min = 20, max = 120) int rows,
            @ForAll @IntRange(min = 2, max = 8) int folds, @ForAll @IntRange(min = 0, max = 4) int classes,
            @ForAll long seed) {
        long[] groups = groups(rows, seed);
        FoldPlan plan = FoldMaker.folds(target(rows, classes, seed), folds, groups, new Seed(seed));

        Map<Long, Integer> foldOf = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            Integer other = foldOf.putIfAbsent(groups[row], plan.foldOf(row));
            assertTrue(other == null || other == plan.foldOf(row), "row " + row);
        }
    }

    @Property(tries = 200)
    void everyTrainingPartKnowsEveryClass(@ForAll @IntRange(min = 20, max = 120) int rows,
            @ForAll @IntRange(min = 2, max = 8) int folds, @ForAll @IntRange(min = 2, max = 9) int classes,
            @ForAll long seed) {
        Target target = target(rows, classes, seed);
        FoldPlan plan = FoldMaker.folds(target, folds, groups(rows, seed), new Seed(seed));

        for (int fold = 0; fold < plan.count(); fold++) {
            assertEquals(classesIn(target, IntStream.range(0, rows).toArray()), classesIn(target, plan.train(fold)));
        }
    }

    @Property(tries = 100)
    void equalSeedsGiveEqualPlans(@ForAll @IntRange(min = 20, max = 120) int rows, @ForAll long seed) {
        Target target = target(rows, 3, seed);
        long[] groups = groups(rows, seed);

        assertEquals(FoldMaker.folds(target, 5, groups, new Seed(seed)),
                FoldMaker.folds(target, 5, groups, new Seed(seed)));
    }

    @Property(tries = 300)
    void aHoldoutPartitionsTheRowsKeepsGroupsAndLeavesEveryClassToLearn(
            @ForAll @IntRange(min = 20, max = 120) int rows, @ForAll @IntRange(min = 0, max = 9) int classes,
            @ForAll @IntRange(min = 5, max = 50) int percent, @ForAll long seed) {
        Target target = target(rows, classes, seed);
        long[] groups = groups(rows, seed);
        Holdout split = Holdout.split(target, percent / 100.0, groups, new Seed(seed));

        int[] all = IntStream.range(0, rows).toArray();
        assertArrayEquals(all, IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.holdout()))
                .sorted().toArray());
        assertTrue(split.holdout().length > 0);
        Map<Long, Boolean> trained = new HashMap<>();
        Arrays.stream(split.train()).forEach(row -> trained.put(groups[row], true));
        assertTrue(Arrays.stream(split.holdout()).noneMatch(row -> trained.containsKey(groups[row])));
        assertEquals(classesIn(target, all), classesIn(target, split.train()));
    }

    // 0 or 1 classes stand for regression; classes are skewed, so that rare ones occur.
    private static Target target(int rows, int classes, long seed) {
        Random random = new Random(seed);
        return classes < 2
                ? Target.regression(random.ints(rows, 0, 30).asDoubleStream().toArray())
                : Target.classes(IntStream.range(0, rows)
                        .map(_ -> (int) (classes * Math.pow(random.nextDouble(), 3))).toArray(), classes);
    }

    private static long[] groups(int rows, long seed) {
        return new Random(seed + 1).longs(rows, 0, rows / 2).toArray();
    }

    private static long classesIn(Target target, int[] rows) {
        return target.classCount() == 0 ? 0 : Arrays.stream(rows).map(target::classIndex).distinct().count();
    }
}
