package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeOrderTest {

    @Property(tries = 300)
    void everyTrainingRowIsEarlierThanEachRowItsModelIsJudgedOn(@ForAll @IntRange(min = 3, max = 200) int rows,
            @ForAll @IntRange(min = 1, max = 40) int moments, @ForAll @IntRange(min = 1, max = 8) int blocks, @ForAll long seed) {
        double[] times = times(rows, moments, seed);
        FoldPlan plan = TimeOrder.of(new NumberColumn(times)).expanding(blocks, 0.5);

        assertTrue(plan.count() >= 1 && plan.count() <= blocks);
        int before = 0;
        for (int fold = 0; fold < plan.count(); fold++) {
            double latestTrained = Arrays.stream(plan.train(fold)).mapToDouble(row -> times[row]).max().orElseThrow();
            double earliestJudged = Arrays.stream(plan.validation(fold)).mapToDouble(row -> times[row]).min().orElseThrow();
            assertTrue(latestTrained < earliestJudged, latestTrained + " before " + earliestJudged);
            assertTrue(plan.train(fold).length > before, "windows expand");
            before = plan.train(fold).length;
        }
        assertEquals(before, plan.mostTrained());
        assertEquals(rows, before + plan.validation(plan.count() - 1).length);
    }

    @Property(tries = 300)
    void theLastRowsAreLaterThanAllOthersAndLeaveTwoMoments(@ForAll @IntRange(min = 3, max = 200) int rows,
            @ForAll @IntRange(min = 1, max = 40) int moments, @ForAll @IntRange(min = 1, max = 90) int percent, @ForAll long seed) {
        double[] times = times(rows, moments, seed);
        int[] late = TimeOrder.of(new NumberColumn(times)).last(percent / 100.0);

        boolean[] held = new boolean[rows];
        Arrays.stream(late).forEach(row -> held[row] = true);
        double[] rest = IntStream.range(0, rows).filter(row -> !held[row]).mapToDouble(row -> times[row]).toArray();
        assertTrue(Arrays.stream(rest).max().orElseThrow() < Arrays.stream(late).mapToDouble(row -> times[row]).min().orElseThrow());
        assertTrue(Arrays.stream(rest).distinct().count() >= 2);
    }

    @Test
    void windowsExpandInEqualBlocksAfterTheFirstHalf() {
        FoldPlan plan = TimeOrder.of(new NumberColumn(new double[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0})).expanding(5, 0.5);

        assertArrayEquals(new int[] {4, 3, 2, 1, 0, -1, -1, -1, -1, -1}, plan.toArray());
        assertArrayEquals(new int[] {3, 4, 5, 6, 7, 8, 9}, plan.train(2));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, plan.validated());
    }

    @Test
    void aHoldoutOfAFifthIsTheLastFifth() {
        assertArrayEquals(new int[] {0, 9}, TimeOrder.of(new NumberColumn(new double[] {9, 0, 1, 2, 3, 4, 5, 6, 7, 8})).last(0.2));
    }

    @Test
    void datesAreOrderedAndADayComesBeforeItsHours() {
        StringColumn dates = StringColumn.of(List.of("2024-03-02", "2023-12-31T23:59:59", "2024-03-01T00:00:01", "2024-03-01"));

        assertArrayEquals(new int[] {2, -1, 1, 0}, TimeOrder.of(dates).expanding(3, 0.25).toArray());
        assertEquals(4, TimeOrder.of(dates).moments());
    }

    @Test
    void refusesToPartOneMoment() {
        TimeOrder order = TimeOrder.of(new NumberColumn(new double[] {5, 5, 5}));

        assertEquals(1, order.moments());
        assertThrows(IllegalArgumentException.class, () -> order.expanding(2, 0.5));
        assertThrows(IllegalArgumentException.class, () -> order.last(0.2));
    }

    // At least three different times, the others with ties.
    private static double[] times(int rows, int moments, long seed) {
        Random random = new Random(seed);
        double[] times = IntStream.range(0, rows).mapToDouble(_ -> random.nextInt(moments) - 7.5).toArray();
        times[0] = -1000;
        times[1] = 1000;
        times[rows - 1] = 0.25;
        return times;
    }
}
