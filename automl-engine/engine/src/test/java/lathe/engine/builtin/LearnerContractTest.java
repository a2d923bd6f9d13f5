package lathe.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lathe.engine.learn.BaselineLearner;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Monotone;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What every learner must keep, tried on each task it does not refuse.
class LearnerContractTest {

    /// Seconds, of which 0.3 are the deadline.
    private static final double LATEST = 1.8;

    static Stream<Arguments> learnersAndTasks() {
        return Learners.ALL.stream().flatMap(learner -> Arrays.stream(Task.values())
                .filter(task -> learner.refusal(ToyTable.of(task, 30, 3, 1).shape()).isEmpty())
                .map(task -> Arguments.of(learner.id(), task)));
    }

    private static Form fit(Learner learner, ToyTable table, FitContext context) {
        return learner.fit(table.features(), table.target(), learner.space(table.shape()).defaults(), context);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void equalSeedGivesEqualPredictions(String id, Task task) {
        ToyTable table = ToyTable.of(task, 300, 5, 2);
        Learner learner = Learners.byId(id);

        double[] first = fit(learner, table, ToyTable.calm(7)).predict(Features.of(table.features())).values();
        double[] second = fit(learner, table, ToyTable.calm(7)).predict(Features.of(table.features())).values();

        assertArrayEquals(first, second);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void leavesItsInputsAlone(String id, Task task) {
        ToyTable table = ToyTable.of(task, 150, 4, 3);
        ToyTable untouched = ToyTable.of(task, 150, 4, 3);

        fit(Learners.byId(id), table, ToyTable.calm(1));

        assertArrayEquals(untouched.features().toRows(), table.features().toRows());
        assertArrayEquals(untouched.target().toArray(), table.target().toArray());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void beatsTheBaselineOnNewRows(String id, Task task) {
        Learner learner = Learners.byId(id);
        assumeFalse(learner instanceof BaselineLearner);
        ToyTable known = ToyTable.of(task, 600, 4, 4);
        ToyTable fresh = ToyTable.of(task, 600, 4, 5);

        double baseline = fresh.loss(fit(new BaselineLearner(), known, ToyTable.calm(1)));

        assertTrue(fresh.loss(fit(learner, known, ToyTable.calm(1))) < 0.75 * baseline);
    }

    // The past may not know a class yet.
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void learnsWhereAClassHasNoRows(String id, Task task) {
        assumeTrue(task.isClassification());
        ToyTable table = ToyTable.of(task, 300, 4, 6);
        int[] known = IntStream.range(0, 300).filter(row -> table.target().classIndex(row) != 1).toArray();
        double[][] columns = IntStream.range(0, 4).mapToObj(feature -> IntStream.of(known)
                .mapToDouble(row -> table.features().at(row, feature)).toArray()).toArray(double[][]::new);
        ToyTable past = new ToyTable(new Matrix(table.features().names(), columns, known.length), table.target().select(known));

        Predictions predictions = fit(Learners.byId(id), past, ToyTable.calm(1)).predict(Features.of(table.features()));

        assertEquals(task == Task.BINARY ? 2 : 3, predictions.width());
        for (double value : predictions.values()) {
            assertTrue(value >= 0 && value <= 1 + 1e-9, "probability " + value);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void answersWithProbabilitiesOrOneFiniteNumber(String id, Task task) {
        ToyTable table = ToyTable.of(task, 150, 4, 6);

        Predictions predictions = fit(Learners.byId(id), table, ToyTable.calm(1)).predict(Features.of(table.features()));

        assertEquals(table.target().outputs(), predictions.width());
        for (int row = 0; row < predictions.rows(); row++) {
            double[] outputs = predictions.row(row);
            assertTrue(Arrays.stream(outputs).allMatch(Double::isFinite));
            if (task.isClassification()) {
                assertEquals(1, Arrays.stream(outputs).sum(), 1e-9);
                assertTrue(Arrays.stream(outputs).allMatch(p -> p >= 0 && p <= 1));
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void fitsWithWhateverItsSpaceDraws(String id, Task task) {
        ToyTable table = ToyTable.of(task, 120, 3, 8);
        Learner learner = Learners.byId(id);
        for (int draw = 0; draw < 3; draw++) {
            Hyperparameters drawn = learner.space(table.shape()).draw(new Seed(draw).random());

            Form form = learner.fit(table.features(), table.target(), learner.space(table.shape()).check(drawn), ToyTable.calm(1));

            assertTrue(Double.isFinite(table.loss(form)), () -> "not finite with " + drawn);
            assertTrue(learner.expectedSeconds(table.shape(), drawn) >= 0);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void stopsInTimeWithWhatItHas(String id, Task task) {
        ToyTable table = ToyTable.of(task, 20_000, 20, 9);
        CancelToken cancelled = new CancelToken();
        cancelled.cancel();
        List<Supplier<FitContext>> hurried = List.of(() -> new FitContext(new Seed(1), Deadline.never(), cancelled),
                () -> new FitContext(new Seed(1), Deadline.in(Duration.ofMillis(300)), new CancelToken()));
        for (Supplier<FitContext> each : hurried) {
            double once = seconds(id, table, each.get());
            // Another process may have had the machine for a while; twice in a row it is the learner.
            double least = once < LATEST ? once : Math.min(once, seconds(id, table, each.get()));
            assertTrue(least < LATEST, () -> "took " + least);
        }
    }

    private static double seconds(String id, ToyTable table, FitContext context) {
        long start = System.nanoTime();
        try {
            assertTrue(Double.isFinite(table.loss(fit(Learners.byId(id), table, context))));
        } catch (CancellationException gaveUp) {
            assertTrue(context.mustStop());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void refusesMissingFeatures(String id, Task task) {
        Learner learner = Learners.byId(id);
        assumeFalse(learner instanceof BaselineLearner || learner.preparation().keepsMissing());
        ToyTable table = ToyTable.of(task, 100, 3, 10);
        table.features().column(1)[7] = Double.NaN;

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> fit(learner, table, ToyTable.calm(1)));

        assertEquals("feature 'x1' must be finite for this learner, row 7 was NaN", refused.getMessage());
    }

    // Numbers that go missing where they are high, or where they are low: the answer for missing must follow.
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void findsOutWhereMissingNumbersBelong(String id, Task task) {
        Learner learner = Learners.byId(id);
        assumeTrue(learner.preparation().keepsMissing() && task != Task.MULTICLASS);
        for (int sign : new int[] {1, -1}) {
            ToyTable table = ToyTable.of(task, 600, 3, 17);
            double[] first = table.features().column(0);
            for (int row = 0; row < first.length; row++) {
                first[row] = sign * first[row] > 0.5 && row % 2 == 0 ? Double.NaN : first[row];
            }
            Form form = fit(learner, table, ToyTable.calm(3));
            Matrix asked = new Matrix(table.features().names(), new double[][] {{-sign, Double.NaN, sign, 0}, {0, 0, 0, Double.NaN}, {0, 0, 0, 0}}, 4);
            Predictions answers = form.predict(Features.of(asked));
            int output = answers.width() - 1;

            assertTrue(sign * (answers.at(1, output) - answers.at(0, output)) > 0.75 * sign * (answers.at(2, output) - answers.at(0, output)),
                    () -> "%s, %s, %s".formatted(answers.at(0, output), answers.at(1, output), answers.at(2, output)));
            assertTrue(Double.isFinite(answers.at(3, output)));
        }
    }

    // x0 rises and falls in truth, x1 falls; asked the other way round, the answers must go as asked or not at all.
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void keepsToTheDirectionsAskedFor(String id, Task task) {
        Learner learner = Learners.byId(id);
        assumeTrue(learner.keepsDirections() && task != Task.MULTICLASS);
        ToyTable drawn = ToyTable.of(task, 400, 3, 23);
        double[] first = Arrays.stream(drawn.features().column(0)).map(x -> 2 * Math.sin(2 * x)).toArray();
        Matrix features = new Matrix(drawn.features().names(), new double[][] {first, drawn.features().column(1), drawn.features().column(2)}, 400);
        for (Monotone way : Monotone.values()) {
            FitContext context = new FitContext(new Seed(4), Deadline.never(), new CancelToken(), Map.of("x0", way, "x1", Monotone.INCREASING));
            Form form = learner.fit(features, drawn.target(), learner.space(drawn.shape()).defaults(), context);
            for (int feature = 0; feature < 2; feature++) {
                int sign = feature == 0 && way == Monotone.DECREASING ? -1 : 1;
                for (int row = 0; row < 40; row++) {
                    double[] answers = along(form, features, row, feature);
                    for (int i = 1; i < answers.length; i++) {
                        assertTrue(sign * (answers[i] - answers[i - 1]) >= -1e-9, () -> Arrays.toString(answers));
                    }
                }
            }
        }
    }

    // The answers for one row while one feature grows.
    private static double[] along(Form form, Matrix features, int row, int feature) {
        double[][] columns = new double[3][60];
        for (int i = 0; i < 60; i++) {
            for (int other = 0; other < 3; other++) {
                columns[other][i] = other == feature ? -3 + 0.1 * i : features.at(row, other);
            }
        }
        Predictions answers = form.predict(Features.of(new Matrix(features.names(), columns, 60)));
        return IntStream.range(0, 60).mapToDouble(i -> answers.at(i, answers.width() - 1)).toArray();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void acceptsConstantAndTinyColumns(String id, Task task) {
        ToyTable drawn = ToyTable.of(task, 150, 2, 11);
        double[] tiny = Arrays.stream(drawn.features().column(0)).map(x -> 1e-12 * x).toArray();
        Matrix features = new Matrix(List.of("tiny", "x1", "constant"),
                new double[][] {tiny, drawn.features().column(1), new double[150]}, 150);

        ToyTable table = new ToyTable(features, drawn.target());

        assertTrue(Double.isFinite(table.loss(fit(Learners.byId(id), table, ToyTable.calm(1)))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void acceptsAFoldWithoutOneOfTheClasses(String id, Task task) {
        assumeFalse(task == Task.REGRESSION);
        ToyTable drawn = ToyTable.of(task, 300, 3, 12);
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            if (drawn.target().classIndex(row) != drawn.target().classCount() - 1) {
                rows.add(drawn.target().classIndex(row));
            }
        }
        int[] classes = rows.stream().mapToInt(Integer::intValue).toArray();
        ToyTable table = new ToyTable(ToyTable.of(task, classes.length, 3, 13).features(),
                Target.classes(classes, drawn.target().classCount()));

        Predictions predictions = fit(Learners.byId(id), table, ToyTable.calm(1)).predict(Features.of(table.features()));

        assertEquals(drawn.target().classCount(), predictions.width());
        assertEquals(1, Arrays.stream(predictions.row(0)).sum(), 1e-9);
    }

    @Test
    void idsAreUniqueAndFound() {
        assertEquals(Learners.ALL.size(), Learners.ALL.stream().map(Learner::id).distinct().count());
        Learners.ALL.forEach(learner -> assertEquals(learner, Learners.byId(learner.id())));
        assertThrows(IllegalArgumentException.class, () -> Learners.byId("nothing"));
    }
}
