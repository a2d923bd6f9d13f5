package lathe.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What weights of rows must do in every learner.
class RowWeightsTest {

    static Stream<Arguments> learnersAndTasks() {
        return Learners.ALL.stream().flatMap(learner -> Arrays.stream(Task.values())
                .filter(task -> learner.refusal(ToyTable.of(task, 30, 3, 1).shape()).isEmpty())
                .map(task -> Arguments.of(learner.id(), task)));
    }

    // Those whose fit has neither a held-out part nor a draw of rows, which no weight could repeat row by row.
    static Stream<Arguments> plainFits() {
        List<String> plain = List.of("baseline", "tree", "extra_trees", "boosting", "lasso", "huber", "linear_discriminant",
                "naive_bayes", "quadratic_discriminant", "regularised_discriminant", "logistic", "linear_support_vectors");
        return learnersAndTasks().filter(each -> plain.contains((String) each.get()[0]));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void weightsOfOneChangeNothing(String id, Task task) {
        ToyTable table = ToyTable.of(task, 250, 4, 2);
        Target ones = table.target().weighted(table.target().weights());

        assertArrayEquals(usual(id, table, table.target()), usual(id, table, ones), 1e-9);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("plainFits")
    void weightTwoIsTheRowTwice(String id, Task task) {
        ToyTable table = coarse(ToyTable.of(task, 160, 3, 3), 4);
        double[] weights = IntStream.range(0, 160).mapToDouble(row -> 1 + row % 3).toArray();
        int[] repeated = IntStream.range(0, 160).flatMap(row -> IntStream.generate(() -> row).limit(1 + row % 3)).toArray();
        FitRows twice = new FitRows(table.features(), table.target()).select(repeated);

        double[] weighted = answers(id, table.features(), table.target().weighted(weights), table.features());
        double[] doubled = answers(id, twice.features(), twice.target(), table.features());

        assertArrayEquals(doubled, weighted, 2e-5);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void heavyRowsPullTheAnswers(String id, Task task) {
        ToyTable table = coarse(ToyTable.of(task, 300, 4, 4), 1);   // rows that share a place differ in their answers
        Target target = table.target();
        double middle = Arrays.stream(target.toArray()).average().orElse(0);
        boolean classes = task.isClassification();
        double[] weights = IntStream.range(0, 300).mapToDouble(row -> classes && target.classIndex(row) == 1
                || !classes && target.value(row) > middle ? 9 : 1).toArray();
        int output = classes ? 1 : 0;

        double even = mean(usual(id, table, target), target.outputs(), output);
        double pulled = mean(usual(id, table, target.weighted(weights)), target.outputs(), output);

        assertTrue(pulled > even, "%s, was %s".formatted(pulled, even));
    }

    @Test
    void drawsEachRowAsOftenAsItsWeightSays() {
        Random random = new Random(5);
        double[] weights = random.doubles(500, 0.1, 4).toArray();
        Target target = Target.regression(new double[500]).weighted(weights);
        double unit = target.totalWeight() / 500;

        int[] rows = RowDraw.byWeight(target, new Seed(1));

        assertEquals(500, rows.length);
        int[] counts = new int[500];
        Arrays.stream(rows).forEach(row -> counts[row]++);
        for (int row = 0; row < 500; row++) {
            assertEquals(weights[row] / unit, counts[row], 1, "row " + row);
        }
    }

    // Few values for each feature, so that bins are the same however often a row stands there.
    private static ToyTable coarse(ToyTable table, int steps) {
        double[][] columns = new double[table.features().width()][];
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] = Arrays.stream(table.features().column(feature)).map(x -> Math.rint(steps * x) / steps).toArray();
        }
        return new ToyTable(new Matrix(table.features().names(), columns, table.features().rows()), table.target());
    }

    private static double[] answers(String id, Matrix features, Target target, Matrix asked) {
        Learner learner = Learners.byId(id);
        DataShape shape = new DataShape(target.task(), target.classCount(), target.rows(), features.width());
        Hyperparameters plain = plain(learner, shape);
        Predictions answers = learner.fitByWeight(features, target, plain, ToyTable.calm(1)).predict(Features.of(asked));
        return answers.values();
    }

    // No held-out part, every row and feature in every tree, no least number of rows: what a copy of a row could change.
    private static Hyperparameters plain(Learner learner, DataShape shape) {
        Map<String, Object> settings = new HashMap<>(learner.space(shape).defaults().values());
        if (settings.replace("stopping", "never") != null) {
            settings.put("rounds", 60.0);
            settings.put("leaf_rows", 0.0);   // boosting estimates rows from curvature, by the mean weight of a leaf
        } else {
            settings.replace("leaf_rows", 1.0);
        }
        settings.replace("calibration", "none");
        settings.replace("rows", 1.0);
        settings.replace("columns", 1.0);
        return new Hyperparameters(settings);
    }

    private static double[] usual(String id, ToyTable table, Target target) {
        Learner learner = Learners.byId(id);
        return learner.fitByWeight(table.features(), target, learner.space(table.shape()).defaults(), ToyTable.calm(1))
                .predict(Features.of(table.features())).values();
    }

    private static double mean(double[] values, int width, int output) {
        return IntStream.range(0, values.length / width).mapToDouble(row -> values[row * width + output]).average().orElseThrow();
    }
}
