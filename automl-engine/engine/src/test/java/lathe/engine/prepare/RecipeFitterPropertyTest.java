package lathe.engine.prepare;

import static lathe.engine.prepare.Columns.FITTER;
import static lathe.engine.prepare.Columns.SEED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.prepare.RecipeFitter.Prepared;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Any table goes through: no feature is ever infinite, nor missing but where learners ask for it, and rows keep their features
/// wherever they stand.
class RecipeFitterPropertyTest {

    private static final Schema SCHEMA = new Schema(List.of(Field.of("number", FieldType.NUMBER),
            Field.of("category", FieldType.CATEGORY), Field.of("flag", FieldType.BOOLEAN), Field.of("text", FieldType.TEXT),
            Field.of("date", FieldType.DATE), Field.of("list", FieldType.LIST)));

    @Provide
    Arbitrary<Table> tables() {
        return Arbitraries.integers().between(1, 40).flatMap(rows -> {
            Arbitrary<Column> numbers = numbers().list().ofSize(rows).map(values ->
                    new NumberColumn(values.stream().mapToDouble(Double::doubleValue).toArray()));
            List<Arbitrary<Column>> columns = List.of(numbers,
                    texts(Arbitraries.strings().ofMaxLength(3), rows),
                    texts(Arbitraries.of("true", "false", ""), rows),
                    texts(Arbitraries.strings().withChars("ab Ää,.ſ\u0130\u001F\n").ofMaxLength(12), rows),
                    texts(Arbitraries.of("2024-02-31", "1999-12-31", "2024-03-01T17:05:00", "0000-01-01", "x", ""), rows),
                    texts(Arbitraries.strings().withChars("ab\u001F").ofMaxLength(5), rows));
            return Combinators.combine(columns).as(drawn -> new Table(SCHEMA, drawn));
        });
    }

    private static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(Arbitraries.of(Double.NaN, 0.0, -0.0, 1.0, Double.MAX_VALUE, -Double.MAX_VALUE,
                Double.MIN_VALUE, 1e-300, 1e17), Arbitraries.integers().between(-3, 3).map(Integer::doubleValue),
                Arbitraries.doubles());
    }

    private static Arbitrary<Column> texts(Arbitrary<String> cells, int rows) {
        return cells.list().ofSize(rows).map(StringColumn::of);
    }

    @Property(tries = 200)
    void featuresAreFiniteOrMissingWhereTheyMayBe(@ForAll("tables") Table training, @ForAll("tables") Table other,
            @ForAll Preparation preparation, @ForAll Task task) {
        Prepared prepared = FITTER.fit(Columns.recipe(preparation), training,
                Columns.target(task, training.rows(), 5), SEED);
        assertTrue(isAllowed(prepared.training(), preparation));
        Matrix applied = prepared.recipe().apply(other);
        assertTrue(isAllowed(applied, preparation));
        assertEquals(prepared.training().names(), applied.names());
    }

    private static boolean isAllowed(Matrix features, Preparation preparation) {
        return Arrays.stream(Columns.values(features)).flatMapToDouble(Arrays::stream).allMatch(value ->
                Double.isFinite(value) || preparation.keepsMissing() && Double.isNaN(value));
    }

    @Property(tries = 100)
    void rowsKeepTheirFeaturesWhereverTheyStand(@ForAll("tables") Table table, @ForAll Preparation preparation,
            @ForAll long shuffle) {
        List<Integer> rows = new ArrayList<>(IntStream.range(0, table.rows()).boxed().toList());
        Collections.shuffle(rows, new Random(shuffle));
        int[] order = rows.stream().mapToInt(Integer::intValue).toArray();
        Target target = Columns.target(Task.REGRESSION, table.rows(), 5);
        Recipe recipe = new Recipe(preparation, Map.of("category", "one_hot"));
        Prepared straight = FITTER.fit(recipe, table, target, SEED);
        Prepared mixed = FITTER.fit(recipe, table.select(order), target.select(order), SEED);
        assertEquals(straight.recipe(), mixed.recipe());
        assertArrayEquals(Columns.values(straight.recipe().apply(table.select(order))), Columns.values(mixed.training()));
    }
}
