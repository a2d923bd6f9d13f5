package lathe.engine.adapter.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.builtin.Expressions;
import lathe.engine.derive.Reading;
import lathe.scoring.FieldType;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.derive.DerivedColumn;
import lathe.scoring.derive.Expression;
import lathe.scoring.derive.Operation;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.Impute;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Derived columns in the graph: ONNX Runtime must compute what Java computes, odd cells included.
class DerivedColumnsTest {

    private static final List<String> EXPRESSIONS = List.of("age + income * 2 - debt", "income / age", "age ^ 2", "abs(age) ^ 0.5", "-age", "income / 7",
            "min(age, income, 3)", "max(age, debt)", "abs(age)", "log(age)", "exp(age / 50)", "sqrt(age)", "round(age)", "round(age, 2)", "floor(age / 3)",
            "coalesce(age, debt, 5)", "if(age > income, debt, 1)", "if(missing(age) or age < 10, 1, 0)", "if(not (age >= 0 and income <> debt), 1, 2)",
            "if(city = 'Oslo', 1, if(city <> 'Zürich', 2, 3))", "if(contains(note, 'it''s') or contains(note, '½'), 1, 0)", "length(note)", "length(city)",
            "days_between(joined, '2024-02-29T12:00:30')", "year(joined) + month(joined) / 100 + day(joined) / 10000", "weekday(joined)", "hour(joined)",
            "if(joined < '2000-01-01', 1, 0)", "if(missing(tags), 1, 0) + if(missing(joined), 2, 0)", "if(age <= 37 and true, 1, 0)", "if(age = 37, 1, 0)",
            "if(coalesce(joined, '2024-01-01') = '2024-01-01', 1, 0)", "if(joined > '1900-01-01' or age > 0, 1, 0)");

    private static final List<String> TEXTS = List.of("age > 0", "coalesce(city, note)", "if(age > 0, city, 'below')", "if(age > 0, joined, '2024-05-01')", "'always'");

    @TempDir
    private Path folder;

    private static Expression read(String text, Schema schema) {
        return assertInstanceOf(Reading.Fits.class, Expressions.LANGUAGE.read(text, schema), text).expression();
    }

    // Each text by the hash of what it is, so that a difference in any shows.
    private static Pipeline pipeline() {
        List<DerivedColumn> derived = new ArrayList<>();
        List<FittedStep> steps = new ArrayList<>();
        List<String> features = new ArrayList<>();
        for (String text : EXPRESSIONS) {
            String name = "n " + derived.size();
            derived.add(new DerivedColumn(name, FieldType.NUMBER, read(text, RandomTables.SCHEMA)));
            features.add(name);
        }
        for (String text : TEXTS) {
            String name = "t " + derived.size();
            Expression expression = read(text, RandomTables.SCHEMA);
            derived.add(new DerivedColumn(name, expression.fieldType(RandomTables.SCHEMA), expression));
            steps.add(new Lookup(name, List.of("true", "false", "Oslo", "below", "Zürich", "2024-05-01", "2024-02-29", "always"),
                    Numbers.of(1, 2, 3, 4, 5, 6, 7, 8), 9, 10, name + " code"));
            features.add(name + " code");
        }
        Schema all = DerivedColumn.schema(RandomTables.SCHEMA, derived);
        derived.add(new DerivedColumn("of derived", FieldType.NUMBER, read("`n 0` + 1 + if(`t 33`, 1, 0)", all)));
        features.add("of derived");
        double[] fills = new double[features.size()];
        Arrays.fill(fills, -98_765.25);
        steps.add(new Impute(features, Numbers.of(fills)));
        int p = features.size();
        double[] identity = new double[p * p];
        IntStream.range(0, p).forEach(i -> identity[i * p + i] = 1);
        Linear form = new Linear(Numbers.of(identity), Numbers.of(new double[p]), Link.IDENTITY);
        List<String> classes = IntStream.range(0, p).mapToObj(i -> "class " + i).toList();
        return new Pipeline(new Signature(RandomTables.SCHEMA, Task.MULTICLASS, "target", classes, -1, 0.5), derived,
                Map.of("r", new FittedRecipe(steps, features)), new Blend(List.of(new Blend.Member(1, "r", form))));
    }

    @Test
    void graphComputesWhatJavaComputes() throws IOException {
        Pipeline pipeline = pipeline();
        Table rows = RandomTables.of(1500, 5);
        Path file = folder.resolve("derived.onnx");
        new OnnxExporter().export(pipeline, Map.of(), rows, file);

        OnnxAgreement agreement = OnnxCheck.compare(file, pipeline, rows);

        assertTrue(agreement.holds(), agreement::toString);
    }

    @Test
    void everyOperationIsAmongThem() {
        Set<Operation> seen = EnumSet.noneOf(Operation.class);
        pipeline().derived().forEach(column -> collect(column.expression(), seen));

        assertEquals(EnumSet.allOf(Operation.class), seen);
    }

    private static void collect(Expression expression, Set<Operation> seen) {
        if (expression instanceof Expression.Call(Operation operation, List<Expression> arguments)) {
            seen.add(operation);
            arguments.forEach(each -> collect(each, seen));
        }
    }
}
