package lathe.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Trees;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class XgBoostLearnerTest {

    private static final int ROWS = 600;

    private final XgBoostLearner learner = new XgBoostLearner();

    @BeforeEach
    void needsTheLibrary() {
        assumeTrue(NativeLibrary.missing().isEmpty(), () -> "SKIPPED: " + NativeLibrary.missing().orElse(""));
    }

    // Numbers, a coarse one with gaps, levels that mean something, and numbers no float holds.
    private static Matrix features() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] columns = new double[4][ROWS];
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = random.nextGaussian();
            columns[1][row] = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(6) / 3.0;
            columns[2][row] = random.nextInt(20);
            columns[3][row] = 1e6 + random.nextInt(40) / 32.0 + 1e-3 * random.nextDouble();
        }
        return new Matrix(List.of("a", "b", "level", "close"), columns, ROWS, Set.of("level"));
    }

    private static Target target(Task task, Matrix features) {
        double[] values = IntStream.range(0, ROWS).mapToDouble(row -> features.column(0)[row]
                + (Double.isNaN(features.column(1)[row]) ? -1 : features.column(1)[row])
                + ((int) features.column(2)[row] % 3 == 0 ? 2 : 0) + (features.column(3)[row] > 1e6 + 0.6 ? 1 : 0)).toArray();
        return switch (task) {
            case REGRESSION -> Target.regression(values);
            case BINARY -> Target.classes(IntStream.range(0, ROWS).map(row -> values[row] > 1.5 ? 1 : 0).toArray(), 2);
            case MULTICLASS -> Target.classes(IntStream.range(0, ROWS).map(row -> values[row] > 2 ? 2 : values[row] > 1 ? 1 : 0).toArray(), 3);
        };
    }

    private Hyperparameters few(Target target) {
        Map<String, Object> changes = new HashMap<>(Map.of("rounds", 60.0, "learning_rate", 0.1));
        return learner.space(new DataShape(target.task(), target.classCount(), ROWS, 4)).with(changes);
    }

    private static FitContext calm() {
        return new FitContext(new Seed(1), Deadline.never(), new CancelToken());
    }

    // XGBoost sums floats, we sum doubles.
    @ParameterizedTest
    @EnumSource(Task.class)
    void treesGiveXgBoostsOwnNumbers(Task task) throws XGBoostError {
        Matrix features = features();
        Target target = target(task, features);
        NativeLibrary.load();
        XgBoostSettings settings = XgBoostSettings.of(target, few(target), new Seed(1));
        DMatrix data = XgBoostFit.data(new FitRows(features, target), settings);
        Booster booster = XGBoost.train(data, settings.parameters(), 30, Map.of(), null, null);
        Trees trees = ModelJson.trees(booster.toByteArray("json"), 30, settings);
        double[] expected = Arrays.stream(booster.predict(data)).flatMapToDouble(row -> IntStream.range(0, row.length).mapToDouble(i -> row[i]))
                .toArray();
        double[] own = trees.predict(Features.of(features)).values();
        booster.dispose();
        data.dispose();

        assertTrue(!trees.levels().isEmpty(), "some question must ask for levels");
        assertArrayEquals(expected, task == Task.BINARY ? IntStream.range(0, ROWS).mapToDouble(row -> own[2 * row + 1]).toArray() : own, 2e-6);
    }

    @Test
    void aThresholdIsTheHighestDoubleBelowTheConditionAsAFloat() {
        for (float condition : new float[] {0.1f, -0.1f, 1e6f, 1.0000001f, Float.MIN_VALUE, -3.5e30f, 0}) {
            double threshold = ModelJson.highestBelow(condition);
            assertTrue((float) threshold < condition, () -> "threshold of " + condition);
            assertTrue((float) Math.nextUp(threshold) >= condition, () -> "next after the threshold of " + condition);
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void learnsWhatIsThere(Task task) {
        Matrix features = features();
        Target target = target(task, features);
        double[] answers = learner.fit(features, target, few(target), calm()).predict(Features.of(features)).values();
        int width = target.outputs();
        double right = IntStream.range(0, ROWS).mapToDouble(row -> width == 1
                ? Math.abs(answers[row] - target.value(row)) < 0.5 ? 1 : 0 : answers[row * width + target.classIndex(row)]).average().orElseThrow();

        assertTrue(right > 0.8, "right: " + right);
    }

    @Test
    void equalSeedsGiveEqualModels() {
        Matrix features = features();
        Target target = target(Task.BINARY, features);

        assertArrayEquals(learner.fit(features, target, few(target), calm()).predict(Features.of(features)).values(),
                learner.fit(features, target, few(target), calm()).predict(Features.of(features)).values());
    }

    @Test
    void hasAtLeastTwelveHyperparameters() {
        assertTrue(learner.space(new DataShape(Task.BINARY, 2, ROWS, 4)).parameters().size() >= 12);
    }

    @Test
    void stopsWhenTimeIsUp() {
        Matrix features = features();
        Target target = target(Task.BINARY, features);
        FitContext late = new FitContext(new Seed(1), Deadline.in(Duration.ZERO), new CancelToken());

        assertThrows(CancellationException.class, () -> learner.fit(features, target, few(target), late));
    }

    @Test
    void aTreeOfOneLeafIsAConstant() {
        Matrix features = new Matrix(List.of("a"), new double[][] {new double[40]}, 40);
        Target target = Target.regression(IntStream.range(0, 40).mapToDouble(row -> row % 2).toArray());
        Hyperparameters hyperparameters = learner.space(new DataShape(Task.REGRESSION, 0, 40, 1)).defaults();

        assertEquals(0.5, learner.fit(features, target, hyperparameters, calm()).predict(Features.of(features)).values()[0], 0.02, "each round sees some of the rows");
    }
}
