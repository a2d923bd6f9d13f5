package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.builtin.Steps;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.StringColumn;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepParametersTest {

    private static final Column NUMBERS = new NumberColumn(new double[] {1, 2, 3, 4, 5, 6, 7, 100, Double.NaN});

    /// One end of what a parameter allows.
    record End(Step step, StepParameter parameter, String value) {

        static Stream<End> of(Step step, StepParameter parameter) {
            return Stream.of(StepParameter.bound(parameter.least()), StepParameter.bound(parameter.most())).map(value -> new End(step, parameter, value));
        }

        @Override
        public String toString() {
            return StepWish.of(step.id()).with(parameter.name(), value).text();
        }
    }

    static Stream<End> ends() {
        return Steps.ALL.stream().flatMap(step -> step.parameters().stream()
                .filter(each -> each.kind() == StepParameter.Kind.WHOLE || each.kind() == StepParameter.Kind.NUMBER).flatMap(each -> End.of(step, each)));
    }

    @Test
    void whatIsUsualIsAllowed() {
        for (Step step : Steps.ALL) {
            for (StepParameter parameter : step.parameters()) {
                assertEquals(Optional.empty(), parameter.usual().isEmpty() ? Optional.empty() : parameter.problem(parameter.usual()), step.id());
                assertTrue(parameter.name().matches("[a-z_]*") && parameter.description().endsWith("."), step.id());
                assertEquals(step, parameter.usual().isEmpty() ? step : step.with(StepWish.of(step.id()).with(parameter.name(), parameter.usual())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ends")
    void theEndsOfARangeGiveFiniteFeatures(End end) {
        for (FieldType type : Stream.of(FieldType.values()).filter(end.step()::accepts).toList()) {
            for (Preparation preparation : List.of(Preparation.LINEAR, Preparation.TREES)) {
                Field field = Field.of("x", type);
                RecipeFitter.Prepared prepared = Columns.FITTER.fit(new Recipe(preparation, Map.of("x", end.toString())),
                        Columns.table(field, Columns.everyday(type, 120, 3)), Columns.target(Task.BINARY, 120, 1), Columns.SEED);
                assertTrue(Columns.isFinite(prepared.training()), type.name());
                assertTrue(Columns.isFinite(prepared.recipe().apply(Columns.table(field, Columns.unseen(type)))), type.name());
            }
        }
    }

    private static Matrix fit(String step, FieldType type, Column column, Preparation preparation) {
        Target target = Target.classes(IntStream.range(0, column.rows()).map(row -> row % 2).toArray(), 2);
        return Columns.FITTER.fit(new Recipe(preparation, Map.of("x", step)), Columns.table(Field.of("x", type), column), target, Columns.SEED).training();
    }

    private static double[] trees(String step) {
        return fit(step, FieldType.NUMBER, NUMBERS, Preparation.TREES).column(0);
    }

    @Test
    void numbersAreCutAtTheLimitsGiven() {
        assertArrayEquals(new double[] {2, 2, 3, 4, 5, 6, 6, 6, 1}, trees("clip(lowest=2, highest=6)"));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 50, -3.9}, trees("clip(share=0, highest=50)"), 1e-12);
    }

    @Test
    void gapsBecomeTheNumberGiven() {
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 100, -7.5}, trees("constant(value=-7.5)"));
        assertArrayEquals(trees("zero"), trees("constant"));
    }

    @Test
    void rangesAreAsManyAsAskedFor() {
        // by hand: eight values in four ranges of two, missing below them
        assertArrayEquals(new double[] {0, 0, 1, 1, 2, 2, 3, 3}, Arrays.copyOf(trees("bins(count=4)"), 8));
    }

    @Test
    void numbersOnOneSideOfABorderAreConverted() {
        assertArrayEquals(new double[] {1, 2, 3, 4, 0.005, 0.006, 0.007, 0.1}, Arrays.copyOf(trees("convert(border=5, above=0.001)"), 8), 1e-12);
        assertArrayEquals(new double[] {12, 24, 3, 4}, Arrays.copyOf(trees("convert(border=3, below=12)"), 4));
        assertTrue(trees("convert(border=5, above=0.001)")[8] < 0, "missing stays apart");
    }

    @Test
    void countsAreAsAskedFor() {
        StringColumn names = StringColumn.of(IntStream.range(0, 400).mapToObj(row -> row % 2 == 0 ? "a" : row % 4 == 1 ? "b" : "c" + row % 40).toList());
        assertEquals(List.of("x=a", "x=b", "x=(rare)"), fit("one_hot(most=2)", FieldType.CATEGORY, names, Preparation.LINEAR).names());
        assertEquals(List.of("x=a", "x=b", "x=(rare)"), fit("group_rare(share=0.2)", FieldType.CATEGORY, names, Preparation.LINEAR).names());
        assertEquals(2, fit("hash(width=2)", FieldType.CATEGORY, names, Preparation.LINEAR).width());
        assertEquals(10, fit("words(terms=10)", FieldType.TEXT, texts(), Preparation.LINEAR).width());
        assertEquals(3, fit("text_svd(directions=3)", FieldType.TEXT, texts(), Preparation.LINEAR).names().stream()
                .filter(name -> name.contains("direction")).count());
        assertEquals(List.of("x count", "x has a"), fit("list_items(most=1)", FieldType.LIST, Columns.everyday(FieldType.LIST, 120, 3),
                Preparation.TREES).names());
    }

    private static StringColumn texts() {
        return StringColumn.of(IntStream.range(0, 200).mapToObj(row -> "the word w%d beside v%d".formatted(row % 13, row % 7)).toList());
    }

    @Test
    void daysAreCountedToTheDateGiven() {
        StringColumn dates = StringColumn.of(List.of("2024-01-01", "2024-01-31", "2025-01-01"));
        assertArrayEquals(new double[] {365, 335, -1}, fit("date_age(reference=2024-12-31)", FieldType.DATE, dates, Preparation.TREES).column(0));
    }

    @Test
    void theTargetsMeanIsDrawnAsStronglyAsAskedFor() {
        StringColumn names = StringColumn.of(IntStream.range(0, 300).mapToObj(row -> "n" + row % 30).toList());
        double[] hardly = fit("target_mean(smoothing=0.01)", FieldType.CATEGORY, names, Preparation.TREES).column(0);
        double[] wholly = fit("target_mean(smoothing=100000)", FieldType.CATEGORY, names, Preparation.TREES).column(0);
        assertTrue(Arrays.stream(hardly).max().orElseThrow() > 0.9 && Arrays.stream(wholly).max().orElseThrow() < 0.55);
    }

    @Test
    void namedValuesAreReadAsOthersAlsoWhereTrainingHasNone() {
        List<String> cells = IntStream.range(0, 60).mapToObj(row -> List.of("NY", "N.Y.", "new york ", "Bonn", "").get(row % 5)).toList();
        Field field = Field.of("x", FieldType.CATEGORY);
        RecipeFitter.Prepared prepared = Columns.FITTER.fit(new Recipe(Preparation.LINEAR, Map.of("x", "merge(N.Y.=NY, New York=NY, Big Apple=NY)")),
                Columns.table(field, StringColumn.of(cells)), Columns.target(Task.BINARY, 60, 1), Columns.SEED);
        assertEquals(List.of("x=NY", "x=Bonn", "x=(missing)"), prepared.recipe().features());
        assertArrayEquals(new double[][] {{1, 0, 0}, {1, 0, 0}, {1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 0}}, prepared.recipe().apply(
                Columns.table(field, StringColumn.of(List.of("NY", "N.Y.", "new york ", "Big Apple", "Bonn", "Rome")))).toRows());
    }

    @Test
    void aValueCannotBeReadAsOneThatIsReadAsAThird() {
        ProblemException refused = assertThrows(ProblemException.class, () -> StepWish.parse("merge(a=b, B=c)").find(Steps.ALL, Field.of("x", FieldType.CATEGORY)));
        assertEquals("The step 'merge' cannot be set so: 'a' is read as 'b', which is read as something else itself.", refused.problem().what());
    }

    @Test
    void likelyMergesAreToldFirstWithTheirRows() {
        StringColumn cells = StringColumn.of(IntStream.range(0, 100).mapToObj(row -> row < 50 ? "card" : row < 80 ? "Bank transfer" : row < 95 ? "bank-transfer" : "").toList());
        assertEquals(List.of(new LikelyMerge("Bank transfer", 30, ""), new LikelyMerge("bank-transfer", 15, "Bank transfer"), new LikelyMerge("card", 50, "")),
                LikelyMerge.of(cells, 10));
    }
}
