package lathe.scoring.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.derive.DerivedColumn;
import lathe.scoring.derive.Expression;
import lathe.scoring.derive.Expression.Amount;
import lathe.scoring.derive.Expression.Call;
import lathe.scoring.derive.Expression.Column;
import lathe.scoring.derive.Operation;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Impute;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DerivedPackageTest {

    private static final Schema SCHEMA = new Schema(List.of(Field.of("debt", FieldType.NUMBER), Field.of("begin", FieldType.DATE)));

    @TempDir
    Path folder;

    private static List<DerivedColumn> derived() {
        Expression days = new Call(Operation.DAYS_BETWEEN, List.of(new Column("begin"), new Expression.Day("2024-03-01")));
        Expression rich = new Call(Operation.IF, List.of(new Call(Operation.AND, List.of(new Call(Operation.GREATER, List.of(new Column("debt"), new Amount(0.1))),
                new Expression.Truth(true))), new Expression.Text("müde"), new Expression.Text("no")));
        return List.of(new DerivedColumn("days", FieldType.NUMBER, days), new DerivedColumn("kind", FieldType.CATEGORY, rich));
    }

    private static Pipeline pipeline() {
        FittedRecipe recipe = new FittedRecipe(List.of(new Lookup("kind", List.of("müde", "no"), Numbers.of(1, 2), 0, 3, "code"),
                new Impute(List.of("days"), Numbers.of(-1))), List.of("days", "code"));
        return new Pipeline(new Signature(SCHEMA, Task.REGRESSION, "t", List.of(), -1, 0.5), derived(), Map.of("r", recipe),
                new Blend(List.of(new Blend.Member(1, "r", new Linear(Numbers.of(1, 0.5), Numbers.of(0), Link.IDENTITY)))));
    }

    private static Table table() {
        return new Table(SCHEMA, List.of(new NumberColumn(new double[] {1, 0, Double.NaN}), StringColumn.of(List.of("2024-02-28", "2024-03-02", ""))));
    }

    @Test
    void packagesKeepDerivedColumns() {
        Path file = folder.resolve("derived.lathe");
        Manifest manifest = new Manifest(Instant.parse("2026-01-02T03:04:05Z"), "0.1.0", List.of(), Map.of(), List.of(), List.of());
        GoldenRows golden = GoldenRows.make(pipeline(), table(), new SplittableRandom(7));
        PackageWriter.write(file, ModelPackage.of(pipeline(), manifest, golden, "{}", "<!doctype html>"), false);
        ModelPackage opened = PackageReader.open(file);

        assertEquals(derived(), opened.pipeline().derived());
        assertArrayEquals(new double[] {2.5, 0, -1}, opened.pipeline().predict(table()).values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1]", "[{'kind': 'call', 'operation': 'abs', 'arguments': 1}]", "[{'kind': 'number', 'value': null}]",
        "[{'kind': 'column', 'name': 'a'}, {'kind': 'column', 'name': 'a'}]", "[{'kind': 'day', 'iso': '2024-02-31'}]", "[{'kind': 'text', 'value': ''}]",
        "[{'kind': 'column', 'name': 'a'}, {'kind': 'call', 'operation': 'run', 'arguments': 1}]",
        "[{'kind': 'column', 'name': 'a'}, {'kind': 'call', 'operation': 'abs', 'arguments': -1}]"})
    void refusesExpressionsThatMakeNoSense(String expression) {
        JsonNode node = JsonText.parse("[{'name': 'x', 'type': 'number', 'expression': %s}]".formatted(expression).replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8), "a test");

        assertThrows(RuntimeException.class, () -> ExpressionCodec.read(List.copyOf(node.values())));
    }
}
