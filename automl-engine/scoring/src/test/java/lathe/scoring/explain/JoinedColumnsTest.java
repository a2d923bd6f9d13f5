package lathe.scoring.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
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
import lathe.scoring.form.Features;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Cross;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.Impute;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;

/// Features of several columns are made anew for rows put together from two: the reference are those rows themselves.
class JoinedColumnsTest {

    private static final int ROWS = 60;

    private static Pipeline pipeline() {
        List<FittedStep> steps = List.of(
                new Lookup("c", List.of("a", "b"), Numbers.of(1, 2), 0, 2, "c code"), new Impute(List.of("x", "y"), Numbers.of(0.5, 0.25)),
                new CodeTable("c code", Numbers.of(0, 1), Numbers.of(4, 5, 6), List.of("mean of c")),
                new Arithmetic(List.of("x", "x"), List.of(Arithmetic.Op.DIVIDE, Arithmetic.Op.SUBTRACT), List.of("y", "mean of c"),
                        Numbers.of(0, 0), List.of("x / y", "x - c")),
                new Lookup("d", List.of("a", "b"), Numbers.of(1, 2), 0, 2, "unread"),
                new Cross(List.of("c code", "c code"), Numbers.of(3, 3), "cc"),
                new CodeTable("cc", Numbers.of(0, 4), Numbers.of(1, 2, 3), List.of("cc mean")));
        FittedRecipe joint = new FittedRecipe(steps.stream().filter(step -> !step.writes().contains("unread")).toList(),
                List.of("x", "x / y", "cc mean", "x - c"));
        FittedRecipe apart = new FittedRecipe(steps.subList(0, 2), List.of("c code", "y"));
        Blend model = new Blend(List.of(
                new Blend.Member(0.6, "joint", new Linear(Numbers.of(1, -2, 0.5, 3), Numbers.of(0.1), Link.IDENTITY)),
                new Blend.Member(0.4, "apart", new Linear(Numbers.of(2, -1), Numbers.of(0), Link.IDENTITY))));
        return new Pipeline(new Signature(schema(), Task.REGRESSION, "t", List.of(), -1, 0.5), Map.of("joint", joint, "apart", apart), model);
    }

    private static Schema schema() {
        return new Schema(List.of(Field.of("x", FieldType.NUMBER), Field.of("y", FieldType.NUMBER), Field.of("c", FieldType.CATEGORY),
                Field.of("d", FieldType.CATEGORY)));
    }

    private static Table rows() {
        SplittableRandom random = new SplittableRandom(4);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            columns.add(new NumberColumn(random.doubles(ROWS, -2, 2).map(x -> x > 1.5 ? Double.NaN : x).toArray()));
        }
        for (int i = 0; i < 2; i++) {
            columns.add(StringColumn.of(random.ints(ROWS, 0, 4).mapToObj(k -> List.of("a", "b", "", "new").get(k)).toList()));
        }
        return new Table(schema(), columns);
    }

    private static double[] answers(Pipeline pipeline, Table table) {
        Predictions predictions = pipeline.model().predict(Features.of((String id) -> {
            FittedRecipe recipe = pipeline.recipes().get(id);
            if (recipe == null) {
                throw new IllegalArgumentException(id);
            }
            return recipe.apply(table);
        }));
        return predictions.values();
    }

    @Test
    void exchangedCellsGiveWhatTheExchangedTableGives() {
        Pipeline pipeline = pipeline();
        Table table = rows();
        MixedRows mixed = new MixedRows(pipeline, table);
        assertEquals(List.of("x", "y", "c"), mixed.columns());
        assertArrayEquals(answers(pipeline, table), mixed.answers().values());
        int[] from = IntStream.range(0, ROWS).map(row -> (7 * row + 3) % ROWS).toArray();
        for (String column : mixed.columns()) {
            List<Column> columns = new ArrayList<>(table.columns());
            int at = table.schema().indexOf(column);
            columns.set(at, columns.get(at).select(from));
            assertArrayEquals(answers(pipeline, new Table(table.schema(), columns)), mixed.exchanged(column, from).values());
        }
    }

    @Test
    void contributionsOfJoinedColumnsAddUp() {
        Table table = rows();
        RowExplainer explainer = new RowExplainer(pipeline(), table.select(IntStream.range(0, 20).toArray()));
        Contributions contributions = explainer.explain(table, 30, 0, Effort.CAREFUL);
        double sum = contributions.base() + contributions.contributions().stream().mapToDouble(Contribution::amount).sum();
        assertEquals(answers(pipeline(), table)[30], sum, 1e-9);
    }
}
