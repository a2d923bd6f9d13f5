package lathe.engine.explain;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Form;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Numbers;

/// A table that a formula makes, here and in the Python script that the expected numbers come from:
/// a = sin(i), b = cos(2 i), c = i mod 7, d is not read; y = 3 a - 2 b + c / 2 + 0.3 sin(5 i).
final class SineTable {

    static final Schema SCHEMA = new Schema(List.of(Field.of("a", FieldType.NUMBER), Field.of("b", FieldType.NUMBER),
            Field.of("c", FieldType.NUMBER), Field.of("d", FieldType.NUMBER)));

    private SineTable() { }

    static Table rows(int count) {
        return new Table(SCHEMA, List.of(
                new NumberColumn(IntStream.range(0, count).mapToDouble(Math::sin).toArray()),
                new NumberColumn(IntStream.range(0, count).mapToDouble(i -> Math.cos(2 * i)).toArray()),
                new NumberColumn(IntStream.range(0, count).mapToDouble(i -> i % 7).toArray()),
                new NumberColumn(IntStream.range(0, count).mapToDouble(i -> i).toArray())));
    }

    static Target truth(int count) {
        return Target.regression(IntStream.range(0, count).mapToDouble(i ->
                3 * Math.sin(i) - 2 * Math.cos(2 * i) + 0.5 * (i % 7) + 0.3 * Math.sin(5 * i)).toArray());
    }

    /// 3 a - 2 b + c / 2.
    static Pipeline linear() {
        return pipeline(new Linear(Numbers.of(3, -2, 0.5), Numbers.of(0), Link.IDENTITY));
    }

    /// e to (a / 2 - 0.4 b + c / 10), less 1.
    static Pipeline product() {
        return pipeline(new Linear(Numbers.of(0.5, -0.4, 0.1), Numbers.of(0), Link.EXPM1));
    }

    private static Pipeline pipeline(Form form) {
        return new Pipeline(new Signature(SCHEMA, Task.REGRESSION, "y", List.of(), -1, 0.5),
                Map.of("r", new FittedRecipe(List.of(), List.of("a", "b", "c"))),
                new Blend(List.of(new Blend.Member(1, "r", form))));
    }
}
