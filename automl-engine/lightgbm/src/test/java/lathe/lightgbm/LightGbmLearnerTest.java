package lathe.lightgbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.time.Duration;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

class LightGbmLearnerTest {

    private static final int ROWS = 600;

    private final LightGbmLearner learner = new LightGbmLearner();

    @BeforeEach
    void needsTheLibrary() {
        assumeTrue(NativeLibrary.missing().isEmpty(), () -> "SKIPPED: " + NativeLibrary.missing().orElse(""));
    }

    // Numbers, a coarse one, and levels that mean something.
    private static Matrix features() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] columns = new double[4][ROWS];
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = random.nextGaussian();
            columns[1][row] = random.nextInt(6) / 3.0;
            columns[2][row] = random.nextInt(20);
            columns[3][row] = 1e6 * random.nextGaussian();
        }
        return new Matrix(List.of("a", "b", "level", "large"), columns, ROWS, Set.of("level"));
    }

    private static Target target(Task task, Matrix features) {
        double[] values = IntStream.range(0, ROWS).mapToDouble(row -> features.column(0)[row] + features.column(1)[row]
                + ((int) features.column(2)[row] % 3 == 0 ? 2 : 0)).toArray();
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

    @ParameterizedTest
    @EnumSource(Task.class)
    void treesGiveLightGbmsOwnNumbers(Task task) throws LGBMException {
        Matrix features = features();
        Target target = target(task, features);
        NativeLibrary.load();
        LightGbmSettings settings = LightGbmSettings.of(new FitRows(features, target), few(target), new Seed(1));
        double[] flat = LightGbmFit.byRow(features);
        try (LGBMDataset data = LGBMDataset.createFromMat(flat, ROWS, 4, true, settings.text(), null)) {
            data.setField("label", settings.labels(target));
            try (LGBMBooster booster = LGBMBooster.create(data, settings.text())) {
                for (int round = 0; round < 30; round++) {
                    booster.updateOneIter();
                }
                String model = booster.saveModelToString(0, 30, FeatureImportanceType.GAIN);
                Trees trees = ModelText.trees(model, settings.raw(), settings.link());
                // lightgbm4j has room for two numbers a row only; what it knows of the training rows has room for all.
                double[] expected = task == Task.MULTICLASS ? byRow(booster.getPredict(0), 3)
                        : booster.predictForMat(flat, ROWS, 4, true, PredictionType.C_API_PREDICT_NORMAL, "num_threads=1");
                double[] own = trees.predict(Features.of(features)).values();

                assertTrue(!trees.levels().isEmpty(), "some question must ask for levels");
                assertArrayEquals(expected, task == Task.BINARY ? IntStream.range(0, ROWS).mapToDouble(row -> own[2 * row + 1]).toArray() : own,
                        1e-12);
            }
        }
    }

    private static double[] byRow(double[] byClass, int classes) {
        return IntStream.range(0, classes * ROWS).mapToDouble(i -> byClass[i % classes * ROWS + i / classes]).toArray();
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

        assertEquals(0.5, learner.fit(features, target, hyperparameters, calm()).predict(Features.of(features)).values()[0], 1e-6);
    }
}
