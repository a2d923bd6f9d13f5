package lathe.scoring.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Form;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;
import lathe.scoring.pack.GoldenRows;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.Impute;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.OneHot;
import org.junit.jupiter.api.Test;

class RowExplainerTest {

    private static final List<String> NUMBERS =
            IntStream.range(0, 10).mapToObj(i -> "x" + i).toList();

    private static Schema numbers(int count) {
        return new Schema(NUMBERS.subList(0, count).stream().map(name -> Field.of(name, FieldType.NUMBER)).toList());
    }

    private static Pipeline pipeline(Schema schema, Task task, List<FittedStep> steps, List<String> features, Form form) {
        List<String> classes = task == Task.BINARY ? List.of("no", "yes") : List.of();
        Signature signature = new Signature(schema, task, "y", classes, task == Task.BINARY ? 1 : -1, 0.5);
        return new Pipeline(signature, Map.of("r", new FittedRecipe(steps, features)),
                new Blend(List.of(new Blend.Member(1, "r", form))));
    }

    private static Table random(Schema schema, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            columns.add(new NumberColumn(IntStream.range(0, rows).mapToDouble(row -> random.nextDouble(-2, 2)).toArray()));
        }
        return new Table(schema, columns);
    }

    // Three boosted trees over four columns that interact, behind a logistic link.
    private static Trees trees() {
        Trees.Nodes nodes = new Trees.Nodes(
                new int[] {0, 1, -1, -1, 2, -1, -1, 3, -1, 0, -1, -1, 1, -1, 3, -1, -1},
                new double[] {0.1, -0.3, 0, 0, 0.5, 0, 0, 0.2, 0, -0.7, 0, 0, 0.4, 0, -0.1, 0, 0},
                new boolean[17],
                new int[] {1, 2, 0, 1, 5, 2, 3, 8, 4, 10, 5, 6, 13, 7, 15, 8, 9},
                new int[] {4, 3, 0, 0, 6, 0, 0, 9, 0, 11, 0, 0, 14, 0, 16, 0, 0});
        return new Trees(new int[] {0, 7, 12}, new int[] {0, 0, 0}, nodes,
                new double[] {-1, 0.7, 0.4, 1.6, -0.8, 0.3, 0.9, -0.2, 1.1, -1.3}, new double[] {0.1}, Link.LOGISTIC);
    }

    private static Map<String, Contribution> byName(Contributions contributions) {
        Map<String, Contribution> byName = new HashMap<>();
        contributions.contributions().forEach(each -> byName.put(each.column(), each));
        return byName;
    }

    // S. Lundberg, S.-I. Lee, "A Unified Approach to Interpreting Model Predictions", NIPS 2017, corollary 1:
    // for a linear model and independent columns the amount is w (x - mean of x).
    @Test
    void givesALinearModelItsWeightTimesTheDistanceFromTheMean() {
        Schema schema = numbers(10);
        double[] weights = {3, -1, 0.5, 2, 0, -4, 1, 1, 0.1, -0.2};
        Pipeline linear = pipeline(schema, Task.REGRESSION, List.of(new Impute(NUMBERS, Numbers.of(new double[10]))), NUMBERS,
                new Linear(Numbers.of(weights), Numbers.of(7), Link.IDENTITY));
        Table background = random(schema, 40, 1);
        Table row = random(schema, 1, 2);
        Map<String, Contribution> found = byName(new RowExplainer(linear, background).explain(row, 0, 0, Effort.CAREFUL));
        for (int i = 0; i < weights.length; i++) {
            double mean = Arrays.stream(background.numbers("x" + i).values()).average().orElseThrow();
            double expected = weights[i] * (row.numbers("x" + i).value(0) - mean);
            assertEquals(expected, found.get("x" + i).amount(), 1e-12);
            assertEquals(0, found.get("x" + i).standardError(), 1e-12);
        }
    }

    // Shapley's definition, all subsets of four columns against all background rows.
    @Test
    void givesFewColumnsTheirExactShapleyValues() {
        Schema schema = numbers(4);
        Pipeline model = pipeline(schema, Task.BINARY, List.of(), NUMBERS.subList(0, 4), trees());
        Table background = random(schema, 30, 3);
        Table rows = random(schema, 12, 4);
        RowExplainer explainer = new RowExplainer(model, background);
        for (int row = 0; row < rows.rows(); row++) {
            Contributions exact = explainer.explain(rows, row, 1, new Effort(150));
            double[] expected = bruteForce(model, background, rows, row);
            for (int i = 0; i < 4; i++) {
                assertEquals(expected[i], byName(exact).get("x" + i).amount(), 1e-12);
                assertEquals(0, byName(exact).get("x" + i).standardError());
            }
        }
    }

    // Computed with shap 0.51.0 (python): shap.explainers.Exact over a function with these three trees and the logistic
    // link, masker shap.maskers.Independent of the five background rows.
    @Test
    void agreesWithThePythonPackageShap() {
        Schema schema = numbers(4);
        Pipeline model = pipeline(schema, Task.BINARY, List.of(), NUMBERS.subList(0, 4), trees());
        RowExplainer explainer = new RowExplainer(model, table(schema, new double[][] {
            {0.5, -1, 0.2, 1}, {-1, 0.5, 0.9, -0.5}, {0, 0, 0, 0}, {1.5, 0.3, -0.4, 0.1}, {-0.2, -0.6, 1.2, 0.7}}));
        Table rows = table(schema, new double[][] {{-0.9, 0.8, 0.6, 0.3}, {0.4, -0.5, 0.7, -1.0}});
        double[][] expected = {
            {-0.14275992065528553, -0.07242485504565774, 0.04382253369762817, 0.062196732037372214},
            {0.21388108327274477, -0.11528184653663606, 0.13108909334871433, -0.12083207057012194}};
        assertEquals(0.559331512653465, explainer.base(1), 1e-12);
        for (int row = 0; row < 2; row++) {
            Map<String, Contribution> found = byName(explainer.explain(rows, row, 1, Effort.CAREFUL));
            for (int i = 0; i < 4; i++) {
                assertEquals(expected[row][i], found.get("x" + i).amount(), 1e-12);
            }
        }
    }

    private static Table table(Schema schema, double[][] rows) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            int column = i;
            columns.add(new NumberColumn(Arrays.stream(rows).mapToDouble(row -> row[column]).toArray()));
        }
        return new Table(schema, columns);
    }

    private static double[] bruteForce(Pipeline model, Table background, Table rows, int row) {
        int n = background.schema().size();
        double[] value = new double[1 << n];
        for (int subset = 0; subset < value.length; subset++) {
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int[] same = new int[background.rows()];
                Arrays.fill(same, row);
                boolean ours = (subset >> i & 1) == 1;
                columns.add(ours ? rows.columns().get(i).select(same) : background.columns().get(i));
            }
            Predictions answers = model.predict(new Table(background.schema(), columns));
            value[subset] = IntStream.range(0, background.rows()).mapToDouble(i -> answers.at(i, 1)).average().orElseThrow();
        }
        double[] amounts = new double[n];
        double[] factorial = {1, 1, 2, 6, 24};
        for (int subset = 0; subset < value.length; subset++) {
            int size = Integer.bitCount(subset);
            for (int i = 0; i < n; i++) {
                if ((subset >> i & 1) == 0) {
                    double weight = factorial[size] * factorial[n - size - 1] / factorial[n];
                    amounts[i] += weight * (value[subset | 1 << i] - value[subset]);
                }
            }
        }
        return amounts;
    }

    @Test
    void staysWithinItsStandardErrorWhenOrdersAreSampled() {
        Schema schema = numbers(10);
        Pipeline model = pipeline(schema, Task.REGRESSION, List.of(), NUMBERS, productOfAll());
        RowExplainer explainer = new RowExplainer(model, random(schema, 20, 5));
        Table rows = random(schema, 20, 6);
        int within = 0;
        int all = 0;
        for (int row = 0; row < rows.rows(); row++) {
            Map<String, Contribution> rough = byName(explainer.explain(rows, row, 0, new Effort(100)));
            Map<String, Contribution> fine = byName(explainer.explain(rows, row, 0, new Effort(20_000)));
            for (String column : NUMBERS) {
                double error = Math.hypot(rough.get(column).standardError(), fine.get(column).standardError());
                within += Math.abs(rough.get(column).amount() - fine.get(column).amount()) <= 2 * error + 1e-12 ? 1 : 0;
                all++;
            }
        }
        assertTrue(within >= 0.85 * all, within + " of " + all + " lie within two standard errors");
    }

    // e to a weighted sum: every column interacts with every other.
    private static Form productOfAll() {
        return new Linear(Numbers.of(0.5, -0.4, 0.3, 0.2, -0.1, 0.6, -0.3, 0.2, 0.1, -0.5), Numbers.of(0), Link.EXPM1);
    }

    @Test
    void leavesOutColumnsThatNoRecipeReads() {
        Schema schema = numbers(3);
        Pipeline model = pipeline(schema, Task.REGRESSION, List.of(), List.of("x2", "x0"),
                new Linear(Numbers.of(1, 2), Numbers.of(0), Link.IDENTITY));
        RowExplainer explainer = new RowExplainer(model, random(schema, 5, 7));
        assertEquals(List.of("x0", "x2"), explainer.columns());
        assertEquals(2, explainer.explain(random(schema, 1, 8), 0, 0, Effort.QUICK).contributions().size());
    }

    @Test
    void givesARowTheSameAmountsWhereverItStands() {
        Schema schema = numbers(10);
        Pipeline model = pipeline(schema, Task.REGRESSION, List.of(), NUMBERS, productOfAll());
        RowExplainer explainer = new RowExplainer(model, random(schema, 20, 5));
        Table rows = random(schema, 300, 6);
        List<Contributions> together = explainer.explain(rows, new int[300], Effort.QUICK);
        assertEquals(explainer.explain(rows, 290, 0, Effort.QUICK), together.get(290));
    }

    @Test
    void tellsTextsOfBackgroundAndRowsApartByTheirWords() {
        Schema schema = new Schema(List.of(Field.of("city", FieldType.CATEGORY)));
        Pipeline model = pipeline(schema, Task.REGRESSION,
                List.of(new OneHot("city", List.of("Bonn", "Ulm", ""), List.of(0, 1, 2), List.of("b", "u", "none"))),
                List.of("b", "u", "none"), new Linear(Numbers.of(10, 20, 40), Numbers.of(0), Link.IDENTITY));
        Table background = new Table(schema, List.of(StringColumn.of(List.of("Bonn", "Ulm"))));
        Table rows = new Table(schema, List.of(StringColumn.of(List.of("Ulm", "", "Rom"))));
        List<Contributions> found = new RowExplainer(model, background).explain(rows, new int[3], Effort.CAREFUL);
        assertEquals(List.of(5.0, 25.0, -15.0),
                found.stream().map(each -> each.contributions().getFirst().amount()).toList());
        assertEquals(15, found.getFirst().base());
    }

    @Test
    void explainsAgainstGoldenRowsWithoutWhatWasSpoiltInThem() {
        Schema schema = new Schema(List.of(Field.of("a", FieldType.NUMBER), Field.of("c", FieldType.CATEGORY)));
        Pipeline model = pipeline(schema, Task.REGRESSION, List.of(new Impute(List.of("a"), Numbers.of(0))), List.of("a"),
                new Linear(Numbers.of(1), Numbers.of(0), Link.IDENTITY));
        Table data = new Table(schema, List.of(new NumberColumn(IntStream.range(0, 80).mapToDouble(i -> i).toArray()),
                StringColumn.of(IntStream.range(0, 80).mapToObj(i -> i % 2 == 0 ? "even" : "odd").toList())));
        GoldenRows golden = GoldenRows.make(model, data, new SplittableRandom(1));
        Table background = Background.of(golden);
        assertEquals(GoldenRows.COUNT, background.rows());
        for (int row = 0; row < background.rows(); row++) {
            assertTrue(Double.isFinite(background.numbers("a").value(row)));
            assertTrue(List.of("even", "odd").contains(background.strings("c").text(row)));
        }
    }

    @Test
    void refusesAnOutputThatIsNotThere() {
        Schema schema = numbers(4);
        RowExplainer explainer = new RowExplainer(
                pipeline(schema, Task.BINARY, List.of(), NUMBERS.subList(0, 4), trees()), random(schema, 5, 1));
        Table row = random(schema, 1, 2);
        assertThrows(IllegalArgumentException.class, () -> explainer.explain(row, 0, 2, Effort.QUICK));
    }
}
