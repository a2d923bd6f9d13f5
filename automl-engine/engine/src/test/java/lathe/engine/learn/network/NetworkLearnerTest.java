package lathe.engine.learn.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.adapter.smile.BlasProduct;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the networks must learn, and what they must not do.
class NetworkLearnerTest {

    static Stream<NetworkLearner> learners() {
        return Stream.of(NetworkLearner.plain(BlasProduct::orLoops), NetworkLearner.residual(BlasProduct::orLoops),
                NetworkLearner.embedding(LoopProduct::new));
    }

    private static FitContext calm() {
        return new FitContext(new Seed(3), Deadline.never(), new CancelToken());
    }

    private static Hyperparameters small(NetworkLearner learner, DataShape shape, Map<String, Object> more) {
        Map<String, Object> changes = new HashMap<>(Map.of("hidden", 32.0, "epochs", 60.0));
        changes.putAll(more);
        return learner.space(shape).with(changes);
    }

    private static double accuracy(NetworkLearner learner, Matrix features, Target target) {
        DataShape shape = new DataShape(target.task(), target.classCount(), target.rows(), features.width());
        Predictions answers = learner.fit(features, target, small(learner, shape, Map.of()), calm()).predict(Features.of(features));
        return IntStream.range(0, target.rows()).filter(row -> answers.best(row) == target.classIndex(row)).count() / (double) target.rows();
    }

    private static Matrix points(int rows, long seed) {
        RandomGenerator random = new Seed(seed).random();
        double[][] columns = new double[2][rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = random.nextDouble(-1, 1);
            columns[1][row] = random.nextDouble(-1, 1);
        }
        return new Matrix(List.of("a", "b"), columns, rows);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void learnsWhatNoStraightLineTells(NetworkLearner learner) {
        Matrix points = points(600, 1);
        int[] classes = IntStream.range(0, 600).map(row -> points.at(row, 0) * points.at(row, 1) > 0 ? 1 : 0).toArray();
        assertTrue(accuracy(learner, points, Target.classes(classes, 2)) > 0.95);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void learnsRings(NetworkLearner learner) {
        Matrix points = points(900, 2);
        int[] classes = IntStream.range(0, 900).map(row -> (int) Math.min(2, 3 * Math.hypot(points.at(row, 0), points.at(row, 1)))).toArray();
        assertTrue(accuracy(learner, points, Target.classes(classes, 3)) > 0.93);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void learnsWhatLevelsMean(NetworkLearner learner) {
        double[] codes = IntStream.range(0, 600).mapToDouble(row -> 1 + row * 7 % 20).toArray();
        Matrix features = new Matrix(List.of("level"), new double[][] {codes}, 600, Set.of("level"));
        int[] classes = IntStream.range(0, 600).map(row -> (1 + row * 7 % 20) * 5 % 11 % 3).toArray();   // no order in it
        assertTrue(accuracy(learner, features, Target.classes(classes, 3)) > 0.95);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void neverAnswersBeyondWhatItHasSeen(NetworkLearner learner) {
        Matrix points = points(400, 4);
        double[] values = IntStream.range(0, 400).mapToDouble(row -> 1e6 + 30 * points.at(row, 0)).toArray();
        DataShape shape = new DataShape(Task.REGRESSION, 0, 400, 2);
        Form form = learner.fit(points, Target.regression(values), small(learner, shape, Map.of()), calm());
        double[] near = form.predict(Features.of(points)).values();
        double error = IntStream.range(0, 400).mapToDouble(row -> Math.abs(near[row] - values[row])).average().orElseThrow();
        assertTrue(error < 3, () -> "mean error " + error);
        Matrix far = new Matrix(List.of("a", "b"), new double[][] {{-1e12, 50, 1e300}, {0, 0, 0}}, 3);
        for (double answer : form.predict(Features.of(far)).values()) {
            assertTrue(answer >= 1e6 - 30 && answer <= 1e6 + 30);
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void hasAtLeastTwelveHyperparameters(NetworkLearner learner) {
        for (Task task : Task.values()) {
            DataShape shape = new DataShape(task, task.isClassification() ? 2 : 0, 1000, 10);
            assertTrue(learner.space(shape).parameters().size() >= 12);
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void defaultsAreAffordable(NetworkLearner learner) {
        for (int rows : new int[] {500, 10_000, 50_000}) {
            DataShape shape = new DataShape(Task.BINARY, 2, rows, 20);
            double seconds = learner.expectedSeconds(shape, learner.space(shape).defaults());
            assertTrue(seconds < 4, () -> rows + " rows would take " + seconds + " s");
        }
        DataShape large = new DataShape(Task.BINARY, 2, 200_000, 20);
        DataShape usual = new DataShape(Task.BINARY, 2, 10_000, 20);
        assertTrue(learner.space(large).defaults().whole("epochs") < learner.space(usual).defaults().whole("epochs"));
    }

    @Test
    void shortensItsScheduleWhenTimeIsShort() {
        NetworkLearner learner = NetworkLearner.plain(LoopProduct::new);
        Matrix points = points(20_000, 5);
        int[] classes = IntStream.range(0, 20_000).map(row -> points.at(row, 0) * points.at(row, 1) > 0 ? 1 : 0).toArray();
        DataShape shape = new DataShape(Task.BINARY, 2, 20_000, 2);
        Hyperparameters endless = small(learner, shape, Map.of("epochs", 512.0, "patience", 100.0));
        FitContext hurried = new FitContext(new Seed(3), Deadline.in(Duration.ofSeconds(2)), new CancelToken());
        long begin = System.nanoTime();
        Predictions answers = learner.fit(points, Target.classes(classes, 2), endless, hurried).predict(Features.of(points));
        assertTrue(System.nanoTime() - begin < 4_500_000_000L);
        long right = IntStream.range(0, 20_000).filter(row -> answers.best(row) == classes[row]).count();
        assertTrue(right > 18_000, () -> "right: " + right);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void severalHeadsAnswerAlikeForEqualSeeds(NetworkLearner learner) {
        Matrix points = points(300, 6);
        Target target = Target.regression(IntStream.range(0, 300).mapToDouble(row -> Math.sin(3 * points.at(row, 0))).toArray());
        DataShape shape = new DataShape(Task.REGRESSION, 0, 300, 2);
        Hyperparameters heads = small(learner, shape, Map.of("heads", 4.0, "dropout", 0.2, "epochs", 20.0));
        double[] once = learner.fit(points, target, heads, calm()).predict(Features.of(points)).values();
        double[] again = learner.fit(points, target, heads, calm()).predict(Features.of(points)).values();
        assertArrayEquals(once, again);
        double error = IntStream.range(0, 300).mapToDouble(row -> Math.pow(once[row] - target.value(row), 2)).average().orElseThrow();
        assertTrue(error < 0.1, () -> "mean squared error " + error);
    }

    @Test
    void answersWithSharesWhereNoFeatureSaysAnything() {
        NetworkLearner learner = NetworkLearner.plain(LoopProduct::new);
        Matrix constant = new Matrix(List.of("a"), new double[][] {new double[40]}, 40);
        int[] classes = IntStream.range(0, 40).map(row -> row < 10 ? 1 : 0).toArray();
        DataShape shape = new DataShape(Task.BINARY, 2, 40, 1);
        Predictions answers = learner.fit(constant, Target.classes(classes, 2), learner.space(shape).defaults(), calm()).predict(Features.of(constant));
        assertEquals(0.25, answers.at(0, 1), 1e-12);
    }
}
