package lathe.engine.prepare;

import static lathe.engine.prepare.Columns.FITTER;
import static lathe.engine.prepare.Columns.SEED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.builtin.Steps;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.prepare.RecipeFitter.Prepared;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every step keeps, for every type it accepts, both preparations and all tasks.
class StepContractTest {

    private static final int ROWS = 120;
    private static final String TARGET_MEAN = "target_mean";

    /// One way to use a step.
    record Use(Step step, FieldType type, Preparation preparation, Task task) {

        Field field() {
            return Field.of("x", type);
        }

        Prepared fit(Column column, Target target) {
            return FITTER.fit(new Recipe(preparation, Map.of("x", step.id())), Columns.table(field(), column), target, SEED);
        }

        Prepared fit(Column column) {
            return fit(column, Columns.target(task, column.rows(), 1));
        }

        Matrix apply(Prepared prepared, Column column) {
            return prepared.recipe().apply(Columns.table(field(), column));
        }

        boolean readsTarget() {
            return step.id().equals(TARGET_MEAN);
        }

        @Override
        public String toString() {
            return "%s of %s for %s, %s".formatted(step.id(), type, preparation, task);
        }
    }

    static Stream<Use> uses() {
        return Steps.ALL.stream().flatMap(step -> Stream.of(FieldType.values()).filter(step::accepts)
                .flatMap(type -> Stream.of(Preparation.LINEAR, Preparation.TREES)
                        .flatMap(preparation -> Stream.of(Task.values())
                                .map(task -> new Use(step, type, preparation, task)))));
    }

    @Test
    void idsAreUniqueAndStepsDescribeThemselves() {
        assertEquals(Steps.ALL.size(), new HashSet<>(Steps.ALL.stream().map(Step::id).toList()).size());
        for (Step step : Steps.ALL) {
            assertTrue(step.id().matches("[a-z_]+"), step.id());
            assertTrue(step.description().endsWith("."), step.id());
        }
    }

    @Test
    void theGuideNamesEveryStepAndWhatMayBeSet() throws IOException {
        String guide = Files.readString(Path.of("..", "..", "docs", "prepare.md"));
        for (Step step : Steps.ALL) {
            String line = guide.lines().filter(each -> each.startsWith("|") && each.contains("`" + step.id() + "`")).findFirst().orElse("");
            assertFalse(line.isEmpty(), step.id());
            step.parameters().forEach(each -> assertTrue(each.name().isEmpty() || line.contains("`" + each.name() + "`"), step.id() + " " + each.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void rowsOutsideTrainingChangeNothing(Use use) {
        int[] training = IntStream.range(0, ROWS).toArray();
        Column alone = Columns.everyday(use.type(), ROWS, 3);
        Column among = before(Columns.everyday(use.type(), 40, 99), Columns.unseen(use.type()), alone)
                .select(IntStream.of(training).map(row -> row + 45).toArray());
        Prepared first = use.fit(alone);
        Prepared second = use.fit(among);
        assertEquals(first.recipe(), second.recipe());
        assertArrayEquals(Columns.values(first.training()), Columns.values(second.training()));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void anEverydayColumnGivesFeaturesUnlessDropped(Use use) {
        Prepared prepared = use.fit(Columns.everyday(use.type(), ROWS, 3));
        assertEquals(use.step().id().equals("drop"), prepared.training().width() == 0);
        assertEquals(ROWS, prepared.training().rows());
        assertTrue(Columns.isFinite(prepared.training()));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void unseenAndMissingCellsGiveFiniteFeatures(Use use) {
        Prepared prepared = use.fit(Columns.everyday(use.type(), ROWS, 3));
        assertTrue(Columns.isFinite(use.apply(prepared, Columns.unseen(use.type()))));
        assertTrue(Columns.isFinite(use.apply(prepared, Columns.missing(use.type(), 3))));
        assertEquals(0, use.apply(prepared, Columns.missing(use.type(), 0)).rows());
    }

    @ParameterizedTest
    @MethodSource("uses")
    void missingCellsGiveFiniteFeaturesWhereTrainingHadNone(Use use) {
        int[] present = IntStream.range(0, ROWS).filter(row -> row % 10 != 9).toArray();
        Prepared prepared = use.fit(Columns.everyday(use.type(), ROWS, 3).select(present));
        assertTrue(Columns.isFinite(use.apply(prepared, Columns.missing(use.type(), 3))));
        assertTrue(Columns.isFinite(use.apply(prepared, Columns.unseen(use.type()))));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void columnsThatSayNothingGiveNoFeature(Use use) {
        assertEquals(0, use.fit(Columns.missing(use.type(), ROWS)).training().width());
        assertEquals(0, use.fit(Columns.constant(use.type(), ROWS)).training().width());
    }

    @ParameterizedTest
    @MethodSource("uses")
    void oneValueOrNoneIsToldApart(Use use) {
        Column column = before(Columns.constant(use.type(), 30), Columns.missing(use.type(), 20));
        Prepared prepared = use.fit(column);
        assertTrue(Columns.isFinite(prepared.training()));
        // Words of a text that is always the same are worth a feature only where the text is there at all.
        boolean told = IntStream.range(0, prepared.training().width())
                .anyMatch(feature -> prepared.recipe().apply(Columns.table(use.field(), column)).at(0, feature)
                        != prepared.recipe().apply(Columns.table(use.field(), column)).at(49, feature));
        assertEquals(!use.step().id().equals("drop"), told);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void aSingleOrARareRowIsNoStumblingBlock(Use use) {
        assertTrue(Columns.isFinite(use.fit(Columns.everyday(use.type(), 1, 3)).training()));
        Column mostlyConstant = before(Columns.constant(use.type(), 40), Columns.everyday(use.type(), 1, 4));
        Prepared prepared = use.fit(mostlyConstant);
        assertTrue(Columns.isFinite(prepared.training()));
        assertTrue(Columns.isFinite(use.apply(prepared, Columns.unseen(use.type()))));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void trainingRowsLookAsTheFittedStepsSay(Use use) {
        Column column = Columns.everyday(use.type(), ROWS, 3);
        Prepared prepared = use.fit(column);
        Matrix applied = use.apply(prepared, column);
        assertEquals(applied.names(), prepared.training().names());
        for (int feature = 0; feature < applied.width(); feature++) {
            if (applied.names().get(feature).contains("target mean")) {
                assertTrue(use.readsTarget());
                assertFalse(Arrays.equals(applied.column(feature), prepared.training().column(feature)));
            } else {
                assertArrayEquals(applied.column(feature), prepared.training().column(feature));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void theSameSeedGivesTheSameResult(Use use) {
        Column column = Columns.everyday(use.type(), ROWS, 3);
        Prepared first = use.fit(column);
        Prepared second = use.fit(column);
        assertEquals(first.recipe(), second.recipe());
        assertArrayEquals(Columns.values(first.training()), Columns.values(second.training()));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void rowsInAnotherOrderGiveTheSameRecipe(Use use) {
        List<Integer> shuffled = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
        Collections.shuffle(shuffled, new Random(8));
        int[] order = shuffled.stream().mapToInt(Integer::intValue).toArray();
        Column column = Columns.everyday(use.type(), ROWS, 3);
        Target target = Columns.target(use.task(), ROWS, 1);
        Prepared straight = use.fit(column, target);
        Prepared mixed = use.fit(reread(column.select(order)), target.select(order));
        assertEquals(straight.recipe().features(), mixed.recipe().features());
        if (!use.readsTarget()) {   // whose inner folds are drawn by row
            assertEquals(straight.recipe(), mixed.recipe());
            assertArrayEquals(Columns.values(use.apply(straight, column.select(order))), Columns.values(mixed.training()));
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void onlyTheTargetMeanReadsTheTarget(Use use) {
        Column column = Columns.everyday(use.type(), ROWS, 3);
        Prepared first = use.fit(column, Columns.target(use.task(), ROWS, 1));
        Prepared second = use.fit(column, Columns.target(use.task(), ROWS, 2));
        assertEquals(use.readsTarget(), !first.recipe().equals(second.recipe()));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void theColumnItselfStaysAsItWas(Use use) {
        Column column = Columns.everyday(use.type(), ROWS, 3);
        Prepared prepared = use.fit(column);
        use.apply(prepared, column);
        assertEquals(Columns.everyday(use.type(), ROWS, 3), column);
    }

    // The dictionary as another reading of the file would have built it.
    private static Column reread(Column column) {
        return column instanceof StringColumn texts
                ? StringColumn.of(IntStream.range(0, texts.rows()).mapToObj(texts::text).toList()) : column;
    }

    static Column before(Column... parts) {
        if (parts[0] instanceof NumberColumn) {
            return new NumberColumn(Stream.of(parts)
                    .flatMapToDouble(part -> Arrays.stream(((NumberColumn) part).values())).toArray());
        }
        return StringColumn.of(Stream.of(parts).map(StringColumn.class::cast)
                .flatMap(part -> IntStream.range(0, part.rows()).mapToObj(part::text)).toList());
    }
}
