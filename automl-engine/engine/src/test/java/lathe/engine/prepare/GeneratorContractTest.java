package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.adapter.onnx.OnnxExporter;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Steps;
import lathe.engine.export.ExportCheck;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.prepare.RecipeFitter.Prepared;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every generator keeps, for both preparations and all tasks.
class GeneratorContractTest {

    private static final int ROWS = 1200;
    private static final Seed SEED = new Seed(7);
    private static final Map<Use, Prepared> FITTED = new ConcurrentHashMap<>();
    private static final RecipeFitter FITTER = new RecipeFitter(Steps.ALL, Generators.ALL);
    private static final Schema SCHEMA = new Schema(List.of(Field.of("price", FieldType.NUMBER), Field.of("size", FieldType.NUMBER),
            Field.of("zero", FieldType.NUMBER), Field.of("kind", FieldType.CATEGORY), Field.of("place", FieldType.CATEGORY),
            Field.of("open", FieldType.BOOLEAN), Field.of("shop", FieldType.CATEGORY), Field.of("empty", FieldType.CATEGORY)));

    @TempDir
    private Path folder;

    /// One way to use a generator.
    record Use(Generator generator, Preparation preparation, Task task) {

        Recipe recipe() {
            return new Recipe(preparation, Map.of(), Set.of(generator.id()));
        }

        Prepared fit(Table table, Target target) {
            return FITTER.fit(recipe(), table, target, SEED);
        }

        Prepared fit() {
            return FITTED.computeIfAbsent(this, use -> {
                Table table = everyday(ROWS, 3);
                return use.fit(table, target(task, table, generator.id()));
            });
        }

        // The columns' own numbers may be missing where the learner wants to see that.
        boolean isFinite(Matrix matrix) {
            int[] checked = IntStream.range(0, matrix.width()).filter(feature -> !preparation.keepsMissing()
                    || !List.of("price", "size", "zero").contains(matrix.names().get(feature))).toArray();
            return IntStream.of(checked).allMatch(feature -> Arrays.stream(matrix.column(feature)).allMatch(Double::isFinite));
        }

        Set<String> made(Prepared prepared) {
            Set<String> made = new HashSet<>(prepared.training().names());
            Table table = everyday(ROWS, 3);
            made.removeAll(FITTER.fit(new Recipe(preparation, Map.of()), table, target(task, table), SEED).recipe().features());
            return made;
        }

        @Override
        public String toString() {
            return "%s for %s, %s".formatted(generator.id(), preparation, task);
        }
    }

    static Stream<Use> uses() {
        return Generators.ALL.stream().flatMap(generator -> Stream.of(Preparation.LINEAR, Preparation.TREES, Preparation.TREES_WITH_MISSING)
                .flatMap(preparation -> Stream.of(Task.values()).map(task -> new Use(generator, preparation, task))));
    }

    /// Rows with missing cells, zeros and odd spellings.
    static Table everyday(int rows, long seed) {
        Random random = new Random(seed);
        double[] price = new double[rows];
        double[] size = new double[rows];
        double[] zero = new double[rows];
        List<List<String>> texts = IntStream.range(0, 5).mapToObj(i -> (List<String>) new ArrayList<String>()).toList();
        for (int row = 0; row < rows; row++) {
            int kind = random.nextInt(5);
            size[row] = row % 29 == 0 ? 0 : 5 * random.nextGaussian();
            zero[row] = random.nextInt(3) == 0 ? 0 : random.nextGaussian();
            texts.get(0).add(row % 23 == 0 ? "" : List.of("red", "Red", "blüe", "\uD83D\uDE00", "x y").get(kind));
            texts.get(1).add(List.of("北京", "Oslo", "Rome", "once " + row).get(row % 37 == 0 ? 3 : random.nextInt(3)));
            texts.get(2).add(random.nextBoolean() ? "true" : "false");
            int shop = random.nextInt(40);
            texts.get(3).add("shop " + shop);
            price[row] = row % 31 == 0 ? Double.NaN : 50 + 10 * usual(shop) + random.nextGaussian();
            texts.get(4).add("");
        }
        List<Column> columns = new ArrayList<>(List.of(new NumberColumn(price), new NumberColumn(size), new NumberColumn(zero)));
        texts.forEach(column -> columns.add(StringColumn.of(column)));
        return new Table(SCHEMA, columns);
    }

    // As good as random, the same in every table.
    private static int usual(int shop) {
        return shop * 37 % 23;
    }

    /// What no column tells by itself: a product, a price for its shop, and whether kind and shop fit together.
    static Target target(Task task, Table table) {
        return target(task, table, "");
    }

    private static Target target(Task task, Table table, String generator) {
        Random random = new Random(5);
        double[] price = ((NumberColumn) table.column("price")).values();
        double[] size = ((NumberColumn) table.column("size")).values();
        double[] zero = ((NumberColumn) table.column("zero")).values();
        StringColumn kinds = (StringColumn) table.column("kind");
        StringColumn shops = (StringColumn) table.column("shop");
        double[] values = new double[table.rows()];
        for (int row = 0; row < values.length; row++) {
            int shop = usual(Integer.parseInt(shops.text(row).substring(5)));
            boolean fits = (kinds.text(row).length() + shop) % 2 == 0;
            double forItsShop = Double.isNaN(price[row]) ? 0 : price[row] - 50 - 10 * shop;
            values[row] = switch (generator) {
                case "arithmetic" -> size[row] * zero[row];
                case "group_ratios" -> forItsShop;
                case "shadow_selection" -> kinds.text(row).length() - 3;
                default -> fits ? 3 : -3;
            } + 0.1 * random.nextGaussian();
        }
        return switch (task) {
            case REGRESSION -> Target.regression(values);
            case BINARY -> Target.classes(IntStream.range(0, values.length).map(row -> values[row] > 0 ? 1 : 0).toArray(), 2);
            case MULTICLASS -> Target.classes(IntStream.range(0, values.length).map(row -> values[row] > 0.7 ? 2 : values[row] > -0.7 ? 1 : 0)
                    .toArray(), 3);
        };
    }

    @Test
    void idsAreUniqueAndGeneratorsDescribeThemselves() {
        assertEquals(Generators.ALL.size(), Generators.ALL.stream().map(Generator::id).distinct().count());
        for (Generator generator : Generators.ALL) {
            assertTrue(generator.id().matches("[a-z_]+"), generator.id());
            assertTrue(generator.description().endsWith("."), generator.id());
        }
    }

    @Test
    void anUnknownGeneratorIsRefused() {
        Recipe recipe = new Recipe(Preparation.TREES, Map.of(), Set.of("guess"));
        Table table = everyday(50, 1);
        assertThrows(IllegalArgumentException.class, () -> FITTER.fit(recipe, table, target(Task.BINARY, table), SEED));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void findsFeaturesWhereColumnsBelongTogether(Use use) {
        if (use.generator() instanceof ShadowSelectionGenerator) {
            assertEquals(Set.of(), use.made(use.fit()));
            List<String> kept = use.fit().recipe().features();
            Table table = everyday(ROWS, 3);
            int all = FITTER.fit(new Recipe(use.preparation(), Map.of()), table, target(use.task(), table), SEED).recipe().features().size();
            assertTrue(kept.stream().anyMatch(name -> name.startsWith("kind")) && kept.size() < all, kept::toString);
        } else {
            assertNotEquals(Set.of(), use.made(use.fit()));
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void everyRowGetsFiniteFeatures(Use use) {
        Prepared prepared = use.fit();
        assertTrue(use.isFinite(prepared.training()));
        assertTrue(use.isFinite(prepared.recipe().apply(everyday(200, 99))));
        Table odd = new Table(SCHEMA, SCHEMA.fields().stream().map(field -> Columns.unseen(field.type())).toList());
        assertTrue(use.isFinite(prepared.recipe().apply(odd)));
        Table missing = new Table(SCHEMA, SCHEMA.fields().stream().map(field -> Columns.missing(field.type(), 3)).toList());
        assertTrue(use.isFinite(prepared.recipe().apply(missing)));
        assertEquals(0, prepared.recipe().apply(everyday(0, 1)).rows());
    }

    @ParameterizedTest
    @MethodSource("uses")
    void trainingRowsLookAsTheFittedStepsSayButForTheTargetsMeans(Use use) {
        Prepared prepared = use.fit();
        Matrix applied = prepared.recipe().apply(everyday(ROWS, 3));
        assertEquals(applied.names(), prepared.training().names());
        boolean inner = false;
        for (String name : use.made(prepared)) {
            int feature = applied.names().indexOf(name);
            if (name.contains("target mean")) {
                inner |= !Arrays.equals(applied.column(feature), prepared.training().column(feature));
            } else {
                assertArrayEquals(applied.column(feature), prepared.training().column(feature), 1e-9, name);
            }
        }
        assertEquals(use.generator().id().equals("crosses"), inner);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void theGraphGivesWhatTheRecipeGives(Use use) throws IOException {
        Prepared prepared = use.fit();
        int features = prepared.recipe().features().size();
        Random random = new Random(4);
        Linear form = new Linear(Numbers.of(random.doubles(features, -0.1, 0.1).toArray()), Numbers.of(0.1), Link.IDENTITY);
        Pipeline pipeline = new Pipeline(new Signature(SCHEMA, Task.REGRESSION, "target", List.of(), -1, 0.5),
                Map.of("r", prepared.recipe()), new Blend(List.of(new Blend.Member(1, "r", form))));
        Table rows = everyday(300, 99);
        ExportCheck check = new OnnxExporter().export(pipeline, Map.of(), rows, folder.resolve("generated.onnx"));
        assertEquals(300, check.rows());
    }

    @ParameterizedTest
    @MethodSource("uses")
    void rowsOutsideTrainingChangeNothing(Use use) {
        Table alone = everyday(ROWS, 3);
        int[] behind = IntStream.range(0, ROWS).map(row -> row + 100).toArray();
        Table among = new Table(SCHEMA, IntStream.range(0, SCHEMA.size()).mapToObj(i -> StepContractTest
                .before(everyday(100, 8).columns().get(i), alone.columns().get(i)).select(behind)).toList());
        Target target = target(use.task(), alone);
        assertEquals(use.fit(alone, target).recipe(), use.fit(among, target).recipe());
    }

    @ParameterizedTest
    @MethodSource("uses")
    void theSameSeedGivesTheSameResult(Use use) {
        Prepared first = use.fit();
        Prepared second = use.fit(everyday(ROWS, 3), target(use.task(), everyday(ROWS, 3), use.generator().id()));
        assertEquals(first.recipe(), second.recipe());
        assertArrayEquals(Columns.values(first.training()), Columns.values(second.training()));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void fewRowsOrColumnsAreNoStumblingBlock(Use use) {
        for (int rows : new int[] {1, 2, 5, 45}) {
            Table table = everyday(rows, 3);
            Target target = use.task() == Task.REGRESSION ? Target.regression(new double[rows])
                    : Target.classes(new int[rows], use.task() == Task.BINARY ? 2 : 3);
            assertTrue(use.isFinite(use.fit(table, target).training()));
        }
        Table empty = everyday(ROWS, 3).project(new Schema(List.of(Field.of("empty", FieldType.CATEGORY))));
        assertEquals(0, use.fit(empty, target(use.task(), everyday(ROWS, 3))).training().width());
    }

    /// Levels that mean nothing, many of them: no feature of theirs may go with the target in training.
    @ParameterizedTest
    @MethodSource("uses")
    void meaninglessLevelsStayMeaninglessInTraining(Use use) {
        Table table = everyday(ROWS, 3);
        Random random = new Random(17);
        Target target = use.task() == Task.REGRESSION ? Target.regression(random.doubles(ROWS).toArray())
                : Target.classes(random.ints(ROWS, 0, 2).toArray(), use.task() == Task.BINARY ? 2 : 3);
        Prepared prepared = use.fit(table, target);
        double[] ranks = Association.ranks(target.toArray());
        for (String name : use.made(prepared)) {
            double[] seen = prepared.training().column(prepared.training().names().indexOf(name));
            double together = Math.abs(Association.product(ranks, Association.ranks(seen)));
            assertTrue(together < 0.25, () -> name + " goes with a random target: " + together);
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void aPassedDeadlineEndsTheSearchForFeatures(Use use) {
        Table table = everyday(ROWS, 3);
        Prepared prepared = FITTER.fit(use.recipe(), table, target(use.task(), table, use.generator().id()), SEED, Deadline.in(Duration.ofSeconds(-1)));
        assertEquals(Set.of(), use.made(prepared));
    }

    @Test
    void aDroppedColumnTakesNoPart() {
        Table table = everyday(ROWS, 3);
        Recipe recipe = new Recipe(Preparation.TREES, Map.of("kind", "drop", "price", "drop"),
                Generators.ALL.stream().map(Generator::id).collect(Collectors.toSet()));
        Prepared prepared = FITTER.fit(recipe, table, target(Task.REGRESSION, table), SEED);
        assertTrue(prepared.recipe().features().stream().noneMatch(name -> name.contains("kind") || name.contains("price")));
    }
}
