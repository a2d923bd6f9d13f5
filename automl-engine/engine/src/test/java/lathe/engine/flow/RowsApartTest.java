package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsApartTest {

    private static final Schema INPUTS = new Schema(List.of(Field.of("x", FieldType.NUMBER)));

    private static Table table(int rows, List<String> groups, double[] times) {
        double[] x = IntStream.range(0, rows).asDoubleStream().toArray();
        return new Table(new Schema(List.of(Field.of("x", FieldType.NUMBER), Field.of("who", FieldType.CATEGORY),
                Field.of("when", FieldType.NUMBER))), List.of(new NumberColumn(x), StringColumn.of(groups), new NumberColumn(times)));
    }

    private static Table table(int rows, int groups, int moments, long seed) {
        Random random = new Random(seed);
        List<String> who = IntStream.range(0, rows).mapToObj(row -> "g" + (row < 6 ? row : random.nextInt(6, groups))).toList();
        return table(rows, who, IntStream.range(0, rows).mapToDouble(row -> row < 6 ? row : random.nextInt(6, moments)).toArray());
    }

    private static Target target(int rows, boolean classes, long seed) {
        Random random = new Random(seed + 1);
        return classes ? Target.classes(IntStream.range(0, rows).map(_ -> random.nextInt(3) == 0 ? 1 : 0).toArray(), 2)
                : Target.regression(random.doubles(rows).toArray());
    }

    private static SearchSettings settings(Validation validation, double holdout, long seed) {
        return SearchSettings.DEFAULTS.withValidation(validation).withHoldout(holdout).withSeed(new Seed(seed));
    }

    @Property(tries = 200)
    void noGroupIsInTwoParts(@ForAll @IntRange(min = 80, max = 200) int rows, @ForAll @IntRange(min = 14, max = 40) int groups,
            @ForAll @IntRange(min = 1, max = 8) int folds, @ForAll boolean classes, @ForAll boolean holdout, @ForAll long seed) {
        Table table = table(rows, groups, 9, seed);
        Target target = target(rows, classes, seed);
        RowsApart apart = RowsApart.of(table, INPUTS, target, settings(new Validation.Group("who"), holdout ? 0.2 : 0, seed));
        FoldPlan plan = apart.folds(target.select(apart.kept()), folds);

        Map<String, Integer> partOf = new HashMap<>();
        for (int row : apart.held()) {
            partOf.put(table.strings("who").text(row), -5);
        }
        for (int i = 0; i < apart.kept().length; i++) {
            Integer before = partOf.putIfAbsent(table.strings("who").text(apart.kept()[i]), plan.foldOf(i));
            assertTrue(before == null || before == plan.foldOf(i), "row " + i);
        }
        assertEquals(holdout, apart.held().length > 0);
        assertEquals(plan.validated().length, apart.drawnValidated(plan).length);
    }

    @Property(tries = 200)
    void timeRunsFromTrainingToFoldsToHoldout(@ForAll @IntRange(min = 30, max = 150) int rows,
            @ForAll @IntRange(min = 8, max = 40) int moments, @ForAll @IntRange(min = 1, max = 8) int folds, @ForAll long seed) {
        Table table = table(rows, 9, moments, seed);
        Target target = target(rows, false, seed);
        RowsApart apart = RowsApart.of(table, INPUTS, target, settings(new Validation.Time("when"), 0.2, seed));
        FoldPlan plan = apart.folds(target.select(apart.kept()), folds);

        double latestKept = latest(table, apart.kept());
        assertTrue(Arrays.stream(apart.held()).allMatch(row -> table.numbers("when").value(row) > latestKept));
        for (int fold = 0; fold < plan.count(); fold++) {
            double trained = latest(table, Arrays.stream(plan.train(fold)).map(i -> apart.kept()[i]).toArray());
            assertTrue(Arrays.stream(plan.validation(fold)).allMatch(i -> table.numbers("when").value(apart.kept()[i]) > trained));
        }
    }

    private static double latest(Table table, int[] rows) {
        return Arrays.stream(rows).mapToDouble(table.numbers("when")::value).max().orElseThrow();
    }

    @Test
    void declaredGroupsAreDrawnTogetherForIntervals() {
        Table table = table(40, 8, 9, 3);
        Target target = target(40, false, 3);
        RowsApart apart = RowsApart.of(table, INPUTS, target, settings(new Validation.Group("who"), 0.2, 3));

        long[] keys = apart.drawnHeld();
        List<String> names = Arrays.stream(apart.held()).mapToObj(table.strings("who")::text).toList();
        assertEquals(names.stream().distinct().count(), Arrays.stream(keys).distinct().count());
    }

    @Test
    void trainAndTestAloneLeaveTheFoldsToChance() {
        List<String> parts = IntStream.range(0, 40).mapToObj(row -> row % 4 == 0 ? "Test" : "Train").toList();
        Table table = table(40, parts, new double[40]);
        Target target = target(40, false, 1);
        RowsApart apart = RowsApart.of(table, INPUTS, target, settings(new Validation.OwnFolds("who"), 0.5, 1));

        assertArrayEquals(IntStream.range(0, 40).filter(row -> row % 4 == 0).toArray(), apart.held());
        assertEquals(3, apart.folds(target.select(apart.kept()), 3).count());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            group, one,     validation-one-group
            group, two,     validation-one-group
            group, gaps,    validation-values-missing
            time,  same,    validation-one-time
            time,  nearly,  validation-one-time
            time,  holes,   validation-values-missing
            time,  one,     validation-not-time
            folds, one,     validation-one-fold
            folds, alltest, validation-one-fold
            folds, gaps,    validation-values-missing
            folds, many,    validation-many-folds""")
    void saysWhyAColumnCannotDivideTheRows(String kind, String column, String code) {
        int rows = 120;
        Map<String, List<String>> texts = Map.of("one", repeated(rows, "a"), "two", repeated(rows, "a", "b"),
                "gaps", repeated(rows, "a", "b", "c", ""), "alltest", repeated(rows, "test"),
                "many", IntStream.range(0, rows).mapToObj(Integer::toString).map(text -> "f" + text).toList());
        List<Field> fields = new ArrayList<>(List.of(Field.of("x", FieldType.NUMBER), Field.of("same", FieldType.NUMBER),
                Field.of("nearly", FieldType.NUMBER), Field.of("holes", FieldType.NUMBER)));
        List<Column> columns = new ArrayList<>(List.of(numbers(rows, 1000), numbers(rows, 1), numbers(rows, 2), holes(rows)));
        texts.forEach((name, values) -> {
            fields.add(Field.of(name, FieldType.CATEGORY));
            columns.add(StringColumn.of(values));
        });
        Table table = new Table(new Schema(fields), columns);

        ProblemException refused = assertThrows(ProblemException.class, () -> RowsApart.of(table, INPUTS, target(rows, false, 1),
                settings(Validation.of(kind, column), 0.2, 1)));

        assertEquals(code, refused.problem().code());
        assertTrue(refused.problem().what().contains("'%s'".formatted(column)), refused.problem().what());
    }

    private static List<String> repeated(int rows, String... values) {
        return IntStream.range(0, rows).mapToObj(row -> values[row % values.length]).toList();
    }

    private static NumberColumn numbers(int rows, int different) {
        return new NumberColumn(IntStream.range(0, rows).mapToDouble(row -> row % different).toArray());
    }

    private static NumberColumn holes(int rows) {
        return new NumberColumn(IntStream.range(0, rows).mapToDouble(row -> row % 7 == 0 ? Double.NaN : row).toArray());
    }
}
