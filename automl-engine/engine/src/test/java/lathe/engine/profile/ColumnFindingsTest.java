package lathe.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lathe.engine.profile.Treatment.Action;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

/// Troubles of whole columns, which have no share of rows.
class ColumnFindingsTest {

    private static final int ROWS = 1000;

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Field> fields = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private double[] numbers(String name, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, ROWS).mapToDouble(value).toArray();
        fields.add(Field.of(name, FieldType.NUMBER));
        columns.add(new NumberColumn(values));
        return values;
    }

    private StringColumn texts(String name, FieldType type, IntFunction<String> value) {
        StringColumn texts = StringColumn.of(IntStream.range(0, ROWS).mapToObj(value).toList());
        fields.add(Field.of(name, type));
        columns.add(texts);
        return texts;
    }

    private List<String> found(String... codes) {
        return Profiler.profile(new Table(new Schema(fields), columns), null).findings().stream()
                .filter(finding -> List.of(codes).contains(finding.code()))
                .map(finding -> finding.code() + " " + finding.field() + " " + finding.others()).toList();
    }

    @Test
    void duplicatesAreToldOfOnceAndNotAsCorrelated() {
        StringColumn city = texts("city", FieldType.CATEGORY, row -> "city " + random.nextInt(9));
        numbers("city code", row -> 100 - city.code(row));
        double[] size = numbers("size", row -> random.nextGaussian());
        numbers("size again", row -> size[row]);
        assertEquals(List.of("duplicate-columns city code [city]", "duplicate-columns size again [size]"),
                found("duplicate-columns", "highly-correlated"));
    }

    @Test
    void closeColumnsOfEveryTypeAreCorrelated() {
        double[] x = numbers("x", row -> random.nextGaussian());
        numbers("near", row -> x[row] + 0.1 * random.nextGaussian());
        numbers("curve", row -> Math.exp(4 * x[row]) * (1 + 0.01 * random.nextDouble()));
        numbers("free", row -> random.nextGaussian());
        StringColumn a = texts("a", FieldType.CATEGORY, row -> "a" + random.nextInt(5));
        texts("b", FieldType.CATEGORY, row -> random.nextDouble() < 0.005 ? "b0" : "b" + a.code(row));
        assertEquals(List.of("highly-correlated near [x]", "highly-correlated curve [x, near]", "highly-correlated b [a]"),
                found("highly-correlated"));
    }

    @Test
    void strengthThatEndsWithItsTimeIsTold() {
        texts("day", FieldType.DATE, row -> "20%02d-%02d-%02d".formatted(10 + row / 100, 1 + row / 10 % 10, 1 + row % 10));
        double[] x = numbers("x", row -> random.nextGaussian());
        texts("y", FieldType.CATEGORY, row -> (row < 0.7 * ROWS ? x[row] > 0 : random.nextBoolean()) ? "yes" : "no");
        List<Finding> findings = Profiler.profile(new Table(new Schema(fields), columns), "y").findingsOf("x");
        assertEquals(List.of("vanishing-strength"), findings.stream().map(Finding::code).toList());
        assertEquals(Treatment.of(Action.DIVIDE_BY, List.of("day")), findings.getFirst().alternatives().getFirst());
    }

    @Test
    void formsOfTextAreRecognised() {
        texts("mail", FieldType.CATEGORY, row -> "user%d@example.org".formatted(row % 50));
        texts("link", FieldType.TEXT, row -> "https://example.org/page/" + row % 60);
        texts("phone", FieldType.CATEGORY, row -> "+49 721 %06d".formatted(100_000 + row % 70));
        texts("price", FieldType.CATEGORY, row -> "$ %d.50".formatted(row % 80));
        texts("part", FieldType.CATEGORY, row -> row % 90 + " %");
        texts("code", FieldType.CATEGORY, row -> "K-%03d".formatted(row % 40));
        assertEquals(List.of("text-kind mail []", "text-kind link []", "text-kind phone []", "text-kind price []", "text-kind part []"),
                found("text-kind"));
    }

    @Test
    void longListsOfExamplesAreCut() {
        Finding finding = new Finding("skew", Severity.INFO, "x", "Column 'x' is long.")
                .withRows(IntStream.range(0, 9).boxed().toList()).withValues(List.of("a", "b")).figure("ratio", 5);
        assertEquals(List.of(0, 1, 2, 3, 4), finding.rows());
        assertEquals(5, finding.figures().get("ratio"));
        assertEquals(Action.KEEP, finding.treatment().action());
    }
}
