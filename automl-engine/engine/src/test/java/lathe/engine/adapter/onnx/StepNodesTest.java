package lathe.engine.adapter.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.scoring.Column;
import lathe.scoring.Pipeline;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.Arithmetic.Op;
import lathe.scoring.step.Bins;
import lathe.scoring.step.Clip;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Cross;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.DateParts.Part;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.HashedText;
import lathe.scoring.step.Impute;
import lathe.scoring.step.ListNumbers;
import lathe.scoring.step.ListVector;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.MissingFlag;
import lathe.scoring.step.MissingTokens;
import lathe.scoring.step.NormalRank;
import lathe.scoring.step.NumberLevels;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.OneHot;
import lathe.scoring.step.Scale;
import lathe.scoring.step.SignedLog;
import lathe.scoring.step.TextStatistics;
import lathe.scoring.step.TextSvd;
import lathe.scoring.step.TextVector;
import lathe.scoring.step.YeoJohnson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The reference is the step's own `apply`; ONNX Runtime is an implementation we did not write.
class StepNodesTest {

    private static final List<String> TERMS = List.of("the", "server", "müde", "42", "½", "snake_case", "s", "bc", "\uD835\uDC9Cbc", "İstanbul",
            "e", "你好", "न", "Server", "", "the server", "server is", "is down", "down again", "it s", "re start", "a b c", "server", "zzendzz");

    private static final List<FittedStep> CODES = List.of(
            new Lookup("city", List.of("Oslo", "Zürich"), Numbers.of(1, 2), 0, 2, "x"),
            new Lookup("city", List.of("Oslo", "\uD83D\uDE00town"), Numbers.of(1, 3), 0, 2, "y"));

    @TempDir
    private Path folder;

    record Sample(FittedStep step, List<FittedStep> before, List<String> features) {
        @Override
        public String toString() {
            return step.getClass().getSimpleName() + " of " + features.size();
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(early(), later(), newest()).flatMap(some -> some);
    }

    private static Stream<Sample> early() {
        List<String> numbers = Pipelines.NUMBERS;
        OneHot shows = new OneHot("city", List.of("", "n/a", "-", "Oslo"), List.of(0, 1, 2, 3), names("c", 4));
        Clip bounds = new Clip(numbers, Numbers.of(-40, 0, -1e9), Numbers.of(40, 1e12, 37));
        return Stream.of(
                new Sample(shows, List.of(new MissingTokens(List.of("city", "note"), List.of("n/a", "-", "Oslo"))), shows.outputs()),
                sample(new MissingTokens(List.of("city"), List.of("n/a")), numbers),
                sample(new MissingTokens(List.of("city"), List.of()), numbers),
                sample(new Impute(numbers, Numbers.of(1.5, -2, 1e9)), numbers),
                sample(new Impute(List.of("debt", "age"), Numbers.of(7, 8)), numbers),
                sample(new MissingFlag(numbers, names("m", 3)), List.of("m0", "m1", "m2", "age")),
                new Sample(new NumberLevels(List.of(numbers.get(0), numbers.get(0), numbers.get(1), numbers.get(0)),
                        Numbers.of(-40, 0, 0, 40), names("v", 4)), List.of(bounds), List.of("v0", "v1", "v2", "v3", numbers.get(0))),
                sample(bounds, numbers),
                new Sample(new SignedLog(numbers), List.of(bounds), numbers),
                sample(new SignedLog(List.of("income")), List.of("income")),
                sample(new NormalRank(numbers, List.of(Numbers.of(-40, -0.5, 0, 7.25, 31, 40), Numbers.of(-1e308, 0, 1e308), Numbers.of(-5, 37)),
                        List.of(Numbers.of(0, 0.1, 0.2, 0.51, 0.6, 0.9), Numbers.of(0, 0.2, 1), Numbers.of(0, 1)),
                        List.of(Numbers.of(0.05, 0.1, 0.5, 0.55, 0.6, 1), Numbers.of(0.1, 0.3, 1), Numbers.of(0, 1))), numbers),
                sample(new NormalRank(List.of("age"), List.of(Numbers.of(-40, 40)), List.of(Numbers.of(0, 1)), List.of(Numbers.of(0, 1))), List.of("age")),
                new Sample(new Scale(numbers, Numbers.of(1, 2, 3), Numbers.of(0.1, 7, 13)), List.of(bounds), numbers),
                sample(new OneHot("city", List.of("Oslo", "oslo ", "Rome", "\uD83D\uDE00town", "北京"), List.of(1, 1, 0, 2, 2), names("c", 4)), names("c", 4)),
                sample(new OneHot("city", List.of(), List.of(), names("c", 2)), names("c", 2)),
                sample(new Lookup("city", List.of("Oslo", "Zürich", "\uD83D\uDE00town"), Numbers.of(0.25, Double.NaN, 3), -1, -2, "l"), List.of("l")),
                sample(new Lookup("city", List.of(), Numbers.of(), Double.NaN, -2, "l"), List.of("l", "age")),
                sample(new DateParts("joined", List.of(Part.values()), names("d", 6)), names("d", 6)),
                sample(new DateParts("joined", List.of(Part.WEEKDAY), names("d", 1)), names("d", 1)),
                sample(new TextVector("note", TERMS, Numbers.of(weights(TERMS.size())), names("t", TERMS.size())), names("t", TERMS.size())),
                sample(new TextVector("note", List.of("server is"), Numbers.of(2), names("t", 1)), names("t", 1)),
                sample(new ListVector("tags", List.of("red", "a b", "", "\u0002", "\uD83D\uDE00", "0", "red"), names("i", 8)), names("i", 8)),
                sample(new ListVector("tags", List.of(), names("i", 1)), names("i", 1)));
    }

    private static Stream<Sample> later() {
        return Stream.of(
                sample(new TextStatistics("note", List.of(TextStatistics.Part.values()), names("s", 5)), names("s", 5)),
                sample(new TextStatistics("note", List.of(TextStatistics.Part.DIGITS), names("s", 1)), names("s", 1)),
                sample(new TextSvd("note", List.of("server", "müde", "server is"), List.of("ser", "r i", " 42", "dow", "düm", "down", "erver", "is do"),
                        Numbers.of(weights(11)), Numbers.of(weights(22)), names("v", 2)), names("v", 2)),
                sample(new TextSvd("note", List.of(), List.of("müde", "server".substring(0, 5)), Numbers.of(weights(2)), Numbers.of(weights(2)),
                        names("v", 1)), names("v", 1)),
                sample(new TextSvd("note", List.of("the"), List.of(), Numbers.of(2), Numbers.of(weights(3)), names("v", 3)), names("v", 3)),
                sample(new Arithmetic(List.of("age", "income", "debt", "age", "debt", "age"),
                        List.of(Op.DIVIDE, Op.MULTIPLY, Op.ADD, Op.SUBTRACT, Op.DIVIDE, Op.MULTIPLY),
                        List.of("debt", "income", "age", "debt", "age", "debt"), Numbers.of(-1, 0.5, 7, 8, 9, 10), names("a", 6)), names("a", 6)),
                new Sample(new Arithmetic(List.of("age"), List.of(Op.DIVIDE), List.of("zero"), Numbers.of(-3), names("a", 1)),
                        List.of(new CodeTable("age", Numbers.of(), Numbers.of(0), List.of("zero"))), List.of("a0", "age")),
                new Sample(new Cross(List.of("x", "y", "x"), Numbers.of(3, 4, 3), "c"), CODES, List.of("c")),
                new Sample(new CodeTable("x", Numbers.of(0, 1, 2), Numbers.of(0.1, 1, 0.2, 2, 0.3, 3, 0.4, 4), names("t", 2)), CODES, names("t", 2)),
                sample(new CodeTable("age", Numbers.of(-40, -0.0, 0.5, 31, 40), Numbers.of(1, 2, 3, 4, 5, -1), names("t", 1)), names("t", 1)));
    }

    private static Stream<Sample> newest() {
        List<String> numbers = Pipelines.NUMBERS;
        Clip bounds = new Clip(numbers, Numbers.of(-40, 0, -1e9), Numbers.of(40, 1e12, 37));
        return Stream.of(
                sample(new Bins("age", Numbers.of(-40, -0.0, 7.25, 37, 1e300), "b"), List.of("b", "age")),
                sample(new Bins("debt", Numbers.of(0), "b"), List.of("b")),
                new Sample(new YeoJohnson(numbers, Numbers.of(0.5, 0, 2)), List.of(bounds), numbers),
                new Sample(new YeoJohnson(numbers, Numbers.of(-1.25, 1, 2.75)), List.of(bounds), numbers),
                new Sample(new YeoJohnson(List.of("debt"), Numbers.of(0.1)), List.of(bounds), List.of("debt")),
                sample(new HashedText("city", names("h", 32)), names("h", 32)),
                sample(new HashedText("note", names("h", 7)), names("h", 7)),
                sample(new HashedText("city", names("h", 1)), names("h", 1)),
                sample(new ListNumbers("tags", List.of(ListNumbers.Part.values()), names("n", 3)), names("n", 3)),
                sample(new ListNumbers("tags", List.of(ListNumbers.Part.MAX), names("n", 1)), names("n", 1)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givesWhatTheStepGives(Sample sample) throws IOException {
        List<FittedStep> steps = new ArrayList<>(sample.before());
        steps.add(sample.step());
        Pipeline pipeline = Pipelines.showing(steps, sample.features());
        Path file = folder.resolve("step.onnx");
        new OnnxExporter().export(pipeline, Map.of(), file);

        assertAgrees(file, pipeline, RandomTables.of(400, 11));
        for (long seed = 0; seed < 5; seed++) {
            assertAgrees(file, pipeline, RandomTables.of(1, seed));
        }
        assertAgrees(file, pipeline, withoutTexts(RandomTables.of(3, 5)));
    }

    @Test
    void samplesCoverEveryStep() {
        Set<Class<?>> tried = samples().flatMap(sample -> Stream.concat(sample.before().stream(), Stream.of(sample.step())))
                .map(FittedStep::getClass).collect(Collectors.toSet());

        assertEquals(kinds(FittedStep.class).collect(Collectors.toSet()), tried);
    }

    @Test
    void everyDateOfFourCenturiesHasItsNumbers() throws IOException {
        List<String> dates = new ArrayList<>();
        for (int year : new int[] {1600, 1899, 1900, 1970, 2000, 2023, 2024, 2100}) {
            for (int month = 1; month <= 12; month++) {
                for (int day = 1; day <= 31; day++) {
                    dates.add("%04d-%02d-%02d".formatted(year, month, day));
                }
            }
        }
        Table random = RandomTables.of(dates.size(), 1);
        List<Column> columns = new ArrayList<>(random.columns());
        columns.set(random.schema().indexOf("joined"), StringColumn.of(dates));
        Pipeline pipeline = Pipelines.showing(List.of(new DateParts("joined", List.of(Part.values()), names("d", 6))), names("d", 6));
        Path file = folder.resolve("dates.onnx");
        new OnnxExporter().export(pipeline, Map.of(), file);

        assertAgrees(file, pipeline, new Table(random.schema(), columns));
    }

    private static void assertAgrees(Path file, Pipeline pipeline, Table rows) throws IOException {
        OnnxAgreement agreement = OnnxCheck.compare(file, pipeline, rows);

        assertEquals(rows.rows(), agreement.rows());
        assertTrue(agreement.holds(), agreement::toString);
    }

    private static Table withoutTexts(Table table) {
        List<Column> columns = table.columns().stream().map(column -> column instanceof StringColumn
                ? (Column) new StringColumn(new int[] {-1, -1, -1}, List.of()) : column).toList();
        return new Table(table.schema(), columns);
    }

    private static Sample sample(FittedStep step, List<String> features) {
        return new Sample(step, List.of(), features);
    }

    private static List<String> names(String prefix, int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).map(i -> prefix + i).toList();
    }

    private static double[] weights(int count) {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = 1 + Math.log(1 + i);
        }
        return weights;
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(each -> kinds(each)) : Stream.of(type);
    }
}
