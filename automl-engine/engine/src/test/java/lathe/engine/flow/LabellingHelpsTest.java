package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Steps;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.label.Doubt;
import lathe.engine.label.Doubts;
import lathe.engine.label.SpreadOrder;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;
import lathe.engine.search.FoldFitter;
import lathe.engine.search.FoldJob;
import lathe.engine.search.RunData;
import lathe.engine.search.Trial;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Predictions;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.Uncertainty;
import lathe.scoring.form.Features;
import org.junit.jupiter.api.Test;

/// Labels at the rows that are worth it teach more than as many labels anywhere.
class LabellingHelpsTest {

    private static final int POOL = 1500;
    private static final int ROWS = 4000;
    private static final int BEGIN = 30;
    private static final int BATCH = 30;
    private static final int MOST = 210;

    private final Table table;
    private final int[] truth = new int[ROWS];
    private final Signature signature;

    LabellingHelpsTest() {
        Random random = new Random(12);
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        double[][] numbers = new double[6][ROWS];
        List<String> kinds = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            int kind = random.nextInt(4);
            kinds.add("k" + kind);
            for (double[] each : numbers) {
                each[row] = random.nextGaussian();
            }
            double score = 2 * numbers[0][row] - 1.5 * numbers[1][row] + (kind == 3 ? 2 : 0) - 3;
            truth[row] = score + 0.5 * random.nextGaussian() > 0 ? 1 : 0;
        }
        for (int i = 0; i < numbers.length; i++) {
            fields.add(Field.of("n" + i, FieldType.NUMBER));
            columns.add(new NumberColumn(numbers[i]));
        }
        fields.add(Field.of("kind", FieldType.CATEGORY));
        columns.add(StringColumn.of(kinds));
        table = new Table(new Schema(fields), columns);
        signature = new Signature(table.schema(), Task.BINARY, "y", List.of("no", "yes"), 1, 0.5);
    }

    private Predictions learn(int[] labelled, Table asked) {
        Learner learner = Learners.byId("logistic");
        Target target = Target.classes(Arrays.stream(labelled).map(row -> truth[row]).toArray(), 2);
        FoldPlan folds = new FoldPlan(IntStream.range(0, labelled.length).map(i -> i % 2).toArray(), 2);
        RunData data = new RunData(table.select(labelled), target, folds);
        DataShape shape = new DataShape(Task.BINARY, 2, labelled.length, table.schema().size());
        Trial trial = new Trial(1, learner.id(), learner.space(shape).defaults(), new Recipe(learner.preparation(), Map.of(), Set.of()), new Seed(1));
        FoldFitter.Fit fit = new FoldFitter(data, List.of(learner), Steps.ALL, Generators.ALL).fit(new FoldJob(trial, FoldPlan.EVERY_ROW, 60));
        return fit.form().predict(Features.of(fit.recipe().apply(asked)));
    }

    private double accuracy(int[] labelled) {
        int[] others = IntStream.range(POOL, ROWS).toArray();
        Predictions answers = learn(labelled, table.select(others));
        return IntStream.range(0, others.length).filter(i -> answers.best(i) == truth[others[i]]).count() / (double) others.length;
    }

    private int[] mostDoubtful(int[] labelled) {
        Set<Integer> known = new HashSet<>(Arrays.stream(labelled).boxed().toList());
        int[] open = IntStream.range(0, POOL).filter(row -> !known.contains(row)).toArray();
        Table rows = table.select(open);
        double[] doubts = Doubts.of(signature, new Uncertainty.None(), learn(labelled, rows)).stream().mapToDouble(Doubt::size).toArray();
        return Arrays.stream(SpreadOrder.byDoubt(rows, doubts)).map(at -> open[at]).toArray();
    }

    // Accuracy on other rows after each batch.
    private List<Double> curve(int seed, boolean byDoubt) {
        int[] chance = IntStream.range(0, POOL).boxed().sorted(Comparator.comparingDouble((Integer row) -> new Random(seed * 7919L + row).nextDouble()))
                .mapToInt(Integer::intValue).toArray();
        int[] labelled = Arrays.copyOf(chance, BEGIN);
        List<Double> curve = new ArrayList<>();
        while (labelled.length < MOST) {
            int[] next = byDoubt ? mostDoubtful(labelled) : Arrays.copyOfRange(chance, labelled.length, labelled.length + BATCH);
            labelled = IntStream.concat(Arrays.stream(labelled), Arrays.stream(next).limit(BATCH)).toArray();
            curve.add(accuracy(labelled));
        }
        return curve;
    }

    @Test
    void by120LabelsMoreIsKnownThanBy210OfRowsTakenByChance() {
        double byDoubt = 0;
        double byChance = 0;
        for (int seed = 0; seed < 3; seed++) {
            byDoubt += curve(seed, true).get(2) / 3;
            byChance += curve(seed, false).getLast() / 3;
        }
        assertTrue(byDoubt > byChance + 0.002, "accuracy %.4f and %.4f".formatted(byDoubt, byChance));
    }
}
