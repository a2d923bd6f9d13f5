package lathe.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What every metric promises, tried on every metric and task of the list.
class MetricContractTest {

    private static final int ROWS = 60;

    static Stream<Arguments> cases() {
        return Stream.concat(Metrics.all().stream(), Metrics.byId("pinball_0.9").stream()).flatMap(metric -> Arrays.stream(Task.values()).filter(metric::supports)
                .map(task -> Arguments.of(Named.of(metric.id() + " on " + task, metric), task)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void perfectPredictionsReachTheBestValue(Metric metric, Task task) {
        Target truth = truth(task, new Random(1));

        assertEquals(metric.best(), metric.compute(truth, perfect(truth), positive(task)), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingIsBetterThanPerfectOrOutOfRange(Metric metric, Task task) {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Target truth = truth(task, random);
            double value = metric.compute(truth, any(truth, random), positive(task));

            assertTrue(Double.isFinite(value), "seed " + seed);
            assertFalse(metric.better(value, metric.best()), "seed " + seed);
            assertFalse(metric.better(metric.worst(), value), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void betterFollowsTheDirection(Metric metric, Task task) {
        Random random = new Random(2);
        Target truth = truth(task, random);
        double good = metric.compute(truth, near(truth, random), positive(task));
        double chance = metric.compute(truth, any(truth, random), positive(task));

        assertTrue(metric.better(good, chance), good + " against " + chance);
        assertFalse(metric.better(chance, good));
        assertEquals(metric.direction() == Metric.Direction.HIGHER_IS_BETTER, good > chance);
        assertTrue(metric.better(chance, Double.NaN));
        assertFalse(metric.better(Double.NaN, chance));
        assertFalse(metric.better(Double.NaN, Double.NaN));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void orderOfRowsIsIrrelevant(Metric metric, Task task) {
        Random random = new Random(3);
        Target truth = truth(task, random);
        Predictions predictions = any(truth, random);
        int[] shuffled = shuffled(random);

        assertEquals(metric.compute(truth, predictions, positive(task)),
                metric.compute(truth.select(shuffled), predictions.select(shuffled), positive(task)), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countedRowsWeighLikeCopiedRows(Metric metric, Task task) {
        Random random = new Random(4);
        Target truth = truth(task, random);
        Predictions predictions = coarse(any(truth, random));
        int[] counts = new int[ROWS];
        List<Integer> copies = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            int row = random.nextInt(ROWS);
            counts[row]++;
            copies.add(row);
        }
        int[] rows = copies.stream().mapToInt(Integer::intValue).toArray();

        assertEquals(metric.compute(truth.select(rows), predictions.select(rows), positive(task)),
                metric.counted(truth, predictions, positive(task)).compute(counts), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void argumentsStayAsTheyWere(Metric metric, Task task) {
        Random random = new Random(5);
        Target truth = truth(task, random);
        Predictions predictions = any(truth, random);
        double[] before = predictions.values().clone();

        metric.compute(truth, predictions, positive(task));

        assertArrayEquals(before, predictions.values());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void differentRowCountsAreRefused(Metric metric, Task task) {
        Target truth = truth(task, new Random(6));
        Predictions predictions = perfect(truth).select(new int[] {0, 1});

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> metric.compute(truth, predictions, positive(task)));

        assertEquals("truth and predictions need the same, positive row count, had 60 and 2", refused.getMessage());
    }

    @Test
    void idsAreUniqueLowerCaseAndFound() {
        List<String> ids = Metrics.all().stream().map(Metric::id).toList();

        assertEquals(ids.size(), ids.stream().distinct().count());
        for (Metric metric : Metrics.all()) {
            assertEquals(metric.id().toLowerCase(Locale.ROOT), metric.id());
            assertEquals(metric, Metrics.byId(metric.id()).orElseThrow());
        }
        assertTrue(Metrics.byId("no_such_metric").isEmpty());
    }

    @Test
    void everyTaskHasADefaultThatSupportsIt() {
        assertEquals(List.of("roc_auc", "log_loss", "rmse"),
                Arrays.stream(Task.values()).map(task -> Metrics.defaultFor(task).id()).toList());
        for (Task task : Task.values()) {
            assertTrue(Metrics.forTask(task).contains(Metrics.defaultFor(task)));
        }
    }

    private static int positive(Task task) {
        return task == Task.BINARY ? 1 : -1;
    }

    private static Target truth(Task task, Random random) {
        int classes = task == Task.BINARY ? 2 : 3;
        return task == Task.REGRESSION
                ? Target.regression(random.doubles(ROWS, -5, 5).toArray())
                : Target.classes(Arrays.stream(shuffled(random)).map(row -> row % classes).toArray(), classes);
    }

    private static int[] shuffled(Random random) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(row);
        }
        Collections.shuffle(rows, random);
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Predictions perfect(Target truth) {
        double[] values = new double[ROWS * truth.outputs()];
        for (int row = 0; row < ROWS; row++) {
            if (truth.task().isClassification()) {
                values[row * truth.outputs() + truth.classIndex(row)] = 1;
            } else {
                values[row] = truth.value(row);
            }
        }
        return new Predictions(truth.outputs(), values);
    }

    private static Predictions any(Target truth, Random random) {
        if (!truth.task().isClassification()) {
            return new Predictions(1, random.doubles(ROWS, -5, 5).toArray());
        }
        int width = truth.outputs();
        double[] values = random.doubles((long) ROWS * width, 0.01, 1).toArray();
        for (int row = 0; row < ROWS; row++) {
            double sum = Arrays.stream(values, row * width, (row + 1) * width).sum();
            for (int output = 0; output < width; output++) {
                values[row * width + output] /= sum;
            }
        }
        return new Predictions(width, values);
    }

    private static Predictions near(Target truth, Random random) {
        double[] exact = perfect(truth).values();
        double[] chance = any(truth, random).values();
        for (int i = 0; i < exact.length; i++) {
            exact[i] = 0.6 * exact[i] + 0.4 * chance[i];
        }
        return new Predictions(truth.outputs(), exact);
    }

    // Few distinct values, so that ties occur.
    private static Predictions coarse(Predictions predictions) {
        double[] values = predictions.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(values[i] * 8) / 8;
        }
        return new Predictions(predictions.width(), values);
    }
}
