package lathe.scoring.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.derive.DerivedColumn;
import lathe.scoring.derive.Expression;
import lathe.scoring.derive.Expression.Column;
import lathe.scoring.derive.Operation;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Impute;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;

/// What is made of several columns belongs to all of them: answers for mixed rows are those of the rows put together.
class DerivedRowsTest {

    private static final Schema SCHEMA = new Schema(List.of(Field.of("x", FieldType.NUMBER), Field.of("y", FieldType.NUMBER),
            Field.of("unread", FieldType.NUMBER)));

    private static Pipeline pipeline() {
        DerivedColumn product = new DerivedColumn("xy", FieldType.NUMBER,
                new Expression.Call(Operation.MULTIPLY, List.of(new Column("x"), new Column("y"))));
        DerivedColumn root = new DerivedColumn("root", FieldType.NUMBER, new Expression.Call(Operation.SQRT, List.of(new Column("x"))));
        List<String> features = List.of("x", "xy", "root");
        FittedRecipe recipe = new FittedRecipe(List.of(new Impute(features, Numbers.of(0, 0, 0))), features);
        return new Pipeline(new Signature(SCHEMA, Task.REGRESSION, "t", List.of(), -1, 0.5), List.of(product, root), Map.of("r", recipe),
                new Blend(List.of(new Blend.Member(1, "r", new Linear(Numbers.of(1, 2, 3), Numbers.of(0.5), Link.IDENTITY)))));
    }

    private static Table rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Table(SCHEMA, List.of(new NumberColumn(random.doubles(30, -1, 2).toArray()), new NumberColumn(random.doubles(30, -1, 2).toArray()),
                new NumberColumn(random.doubles(30).toArray())));
    }

    @Test
    void mixedRowsAreMadeAnew() {
        MixedRows mixed = new MixedRows(pipeline(), rows(1));
        int[] from = new SplittableRandom(2).ints(30, 0, 30).toArray();

        assertEquals(List.of("x", "y"), mixed.columns());
        Table rows = rows(1);
        Table exchanged = new Table(SCHEMA, List.of(rows.columns().get(0), rows.columns().get(1).select(from), rows.columns().get(2)));
        assertArrayEquals(pipeline().predict(exchanged).values(), mixed.exchanged("y", from).values(), 1e-12);
    }

    @Test
    void contributionsAddUpToTheAnswer() {
        RowExplainer explainer = new RowExplainer(pipeline(), rows(3));
        Contributions said = explainer.explain(rows(4), 0, 0, Effort.CAREFUL);

        assertEquals(pipeline().predict(rows(4)).at(0, 0), said.base() + said.contributions().stream().mapToDouble(Contribution::amount).sum(), 1e-9);
        assertEquals(2, said.contributions().size());
    }
}
