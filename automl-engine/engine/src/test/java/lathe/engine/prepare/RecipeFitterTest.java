package lathe.engine.prepare;

import static lathe.engine.prepare.Columns.FITTER;
import static lathe.engine.prepare.Columns.SEED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.prepare.RecipeFitter.Prepared;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.engine.builtin.Steps;
import lathe.engine.provenance.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeFitterTest {

    private static Prepared fit(Preparation preparation, Table table) {
        return FITTER.fit(Columns.recipe(preparation), table, Columns.target(Task.BINARY, table.rows(), 1), SEED);
    }

    private static Table table(Field field, String... texts) {
        return Columns.table(field, StringColumn.of(List.of(texts)));
    }

    @ParameterizedTest
    @EnumSource(value = Preparation.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void derivedColumnsNeverTakeTheNameOfARawOne(Preparation preparation) {
        int rows = 60;
        Column numbers = Columns.everyday(FieldType.NUMBER, rows, 4);
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("city=(missing)", "city=red0", "income is missing", "day year", "note: alpha", "tags count",
                "tags has a", "shop target mean", "shop count", "day is missing")) {
            fields.add(Field.of(name, FieldType.NUMBER));
            columns.add(numbers);
        }
        Map<String, FieldType> others = Map.of("city", FieldType.CATEGORY, "income", FieldType.NUMBER, "day", FieldType.DATE,
                "note", FieldType.TEXT, "tags", FieldType.LIST, "shop", FieldType.CATEGORY);
        others.forEach((name, type) -> {
            fields.add(Field.of(name, type));
            columns.add(Columns.everyday(type, rows, 3));
        });
        Table table = new Table(new Schema(fields), columns);
        Prepared prepared = FITTER.fit(new Recipe(preparation, Map.of("shop", "target_mean", "city", "one_hot")), table,
                Columns.target(Task.BINARY, rows, 1), SEED);
        List<String> features = prepared.recipe().features();
        assertEquals(features.size(), new HashSet<>(features).size());
        assertTrue(features.contains("city=(missing) (2)"), features::toString);
        for (int i = 0; i < 10; i++) {
            String name = fields.get(i).name();
            Prepared alone = fit(preparation, Columns.table(fields.get(i), numbers));
            assertArrayEquals(alone.training().column(alone.recipe().features().indexOf(name)),
                    prepared.training().column(features.indexOf(name)), name);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Preparation.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void missingTokensAreMissingInFittingAndInApplying(Preparation preparation) {
        for (FieldType type : List.of(FieldType.CATEGORY, FieldType.TEXT, FieldType.DATE, FieldType.LIST)) {
            StringColumn clean = (StringColumn) Columns.everyday(type, 80, 3);
            List<String> tokened = IntStream.range(0, 80)
                    .mapToObj(row -> clean.isMissing(row) ? row % 20 == 9 ? "n/a" : "-" : clean.text(row)).toList();
            Field field = new Field("x", type, Role.FEATURE, "", List.of("n/a", "-"));
            Prepared expected = fit(preparation, Columns.table(field, clean));
            Prepared prepared = fit(preparation, Columns.table(field, StringColumn.of(tokened)));
            assertEquals(expected.recipe(), prepared.recipe(), type::name);
            assertArrayEquals(Columns.values(expected.training()), Columns.values(prepared.training()), type::name);
            assertFalse(prepared.recipe().features().stream().anyMatch(name -> name.contains("n/a")), type::name);
        }
    }

    @Test
    void treesGetOneNumberForEachLevelAndForAllRareOnes() {
        Field field = Field.of("net", FieldType.CATEGORY);
        Prepared prepared = fit(Preparation.TREES, table(field, "Fiber", "fiber ", "Fiber", "dsl", "DSL", "", "none", "odd"));
        assertEquals(List.of("net level"), prepared.recipe().features());
        assertTrue(prepared.training().numbersLevels(0));
        assertArrayEquals(new double[] {2, 2, 2, 3, 3, 1, 4, 4}, prepared.training().column(0));
        assertArrayEquals(new double[] {4, 1, 3}, prepared.recipe().apply(table(field, "new", "", "dsl")).column(0));
    }

    @Test
    void spellingsOfOneWordAreOneLevel() {
        Field field = Field.of("net", FieldType.CATEGORY);
        Prepared prepared = fit(Preparation.LINEAR, table(field, "Fiber", "fiber ", "Fiber", "FIBER", "dsl", "DSL", "dsl", "none"));
        assertEquals(List.of("net=Fiber", "net=dsl", "net=none"), prepared.recipe().features());
        assertArrayEquals(new double[] {1, 1, 1, 1, 0, 0, 0, 0}, prepared.training().column(0));
    }

    @Test
    void unseenLevelsAreNeitherMissingNorAKnownLevel() {
        Field field = Field.of("net", FieldType.CATEGORY);
        Prepared prepared = fit(Preparation.LINEAR, table(field, "a", "b", "c", "a", "b", "c", ""));
        double[][] rows = prepared.recipe().apply(table(field, "z", "", "c")).toRows();
        assertArrayEquals(new double[] {0, 0, 0, 0}, rows[0]);
        assertArrayEquals(new double[] {0, 0, 0, 1}, rows[1]);
        assertArrayEquals(new double[] {0, 0, 1, 0}, rows[2]);
    }

    @Test
    void rareLevelsShareOneFeature() {
        Field field = Field.of("city", FieldType.CATEGORY);
        String[] cities = IntStream.range(0, 120).mapToObj(row -> row < 100 ? "c" + row % 10 : "rare" + row).toArray(String[]::new);
        Prepared prepared = FITTER.fit(new Recipe(Preparation.LINEAR, Map.of("city", "one_hot")), table(field, cities),
                Columns.target(Task.BINARY, 120, 1), SEED);
        assertEquals(11, prepared.training().width());
        assertEquals("city=(rare)", prepared.recipe().features().getLast());
        assertEquals(20, Arrays.stream(prepared.training().column(10)).sum());
    }

    @Test
    void ordinalCodesFollowNumbersWhereAllLevelsAreNumbers() {
        Field field = Field.of("size", FieldType.CATEGORY);
        Recipe recipe = new Recipe(Preparation.TREES, Map.of("size", "ordinal"));
        Target target = Columns.target(Task.BINARY, 5, 1);
        assertArrayEquals(new double[] {2, 1, 0, -1, 1},
                FITTER.fit(recipe, table(field, "10", "9", "-2", "", "9 "), target, SEED).training().column(0));
        assertArrayEquals(new double[] {0, 2, 1, -1, 2},
                FITTER.fit(recipe, table(field, "10", "9", "2x", "", "9"), target, SEED).training().column(0));
    }

    @Test
    void datesKeepTheirPartsThatChange() {
        Field field = Field.of("day", FieldType.DATE);
        Table days = table(field, "2024-03-01", "2024-03-02", "", "2024-03-10", "2024-03-04");
        assertEquals(List.of("day is missing", "day day", "day weekday", "day epoch day"),
                fit(Preparation.LINEAR, days).recipe().features());
        Prepared trees = fit(Preparation.TREES, days);
        assertEquals(List.of("day day", "day weekday", "day epoch day"), trees.recipe().features());
        // 2024-03-01 was a Friday; missing lies below everything.
        assertArrayEquals(new double[] {4, 5, -1, 6, 0}, trees.training().column(1));
        assertArrayEquals(new double[] {19783, 19784, 19782, 19792, 19786}, trees.training().column(2));
    }

    @Test
    void onlyFeaturesAreRead() {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (Role role : Role.values()) {
            fields.add(Field.of(role.name(), FieldType.NUMBER).withRole(role));
            columns.add(new NumberColumn(IntStream.range(0, 30).mapToDouble(row -> row).toArray()));
        }
        Prepared prepared = fit(Preparation.LINEAR, new Table(new Schema(fields), columns));
        assertEquals(List.of("FEATURE"), prepared.recipe().features());
    }

    @Test
    void aTableThatSaysNothingGivesAMatrixOfNoColumnsAndAllRows() {
        Prepared prepared = fit(Preparation.TREES, Columns.table(Field.of("x", FieldType.NUMBER), new NumberColumn(new double[7])));
        assertEquals(0, prepared.training().width());
        assertEquals(7, prepared.training().rows());
        assertTrue(prepared.recipe().steps().isEmpty());
    }

    @Test
    void manyNumberColumnsShareAHandfulOfSteps() {
        List<Field> fields = IntStream.range(0, 50).mapToObj(i -> Field.of("n" + i, FieldType.NUMBER)).toList();
        List<Column> columns = IntStream.range(0, 50).mapToObj(i -> Columns.everyday(FieldType.NUMBER, 90, i)).toList();
        Prepared prepared = fit(Preparation.LINEAR, new Table(new Schema(fields), columns));
        assertEquals(100, prepared.training().width());
        assertTrue(prepared.recipe().steps().size() <= 5);
    }

    @Test
    void aChosenStepThatDoesNotFitIsTheUsersToMend() {
        Table table = table(Field.of("city", FieldType.CATEGORY), "a", "b", "a");
        for (String chosen : List.of("log", "no_such_step")) {
            Recipe recipe = new Recipe(Preparation.LINEAR, Map.of("city", chosen));
            Problem problem = assertThrows(ProblemException.class,
                    () -> FITTER.fit(recipe, table, Columns.target(Task.BINARY, 3, 1), SEED)).problem();
            assertEquals("column 'city'", problem.where());
            assertTrue(problem.remedy().contains("one_hot, target_mean, frequency, ordinal"), problem::remedy);
        }
    }

    @Test
    void preparesNothingForALearnerThatLooksAtNoColumn() {
        Table table = Columns.table(Field.of("x", FieldType.NUMBER),
                new NumberColumn(new double[] {1, 2, 3, 4}));

        RecipeFitter.Prepared prepared = new RecipeFitter(Steps.ALL).fit(
                Columns.recipe(Preparation.NONE), table,
                Target.regression(new double[] {1, 2, 3, 4}), new Seed(1));

        assertEquals(List.of(), prepared.recipe().features());
        assertEquals(4, prepared.training().rows());
    }
}
