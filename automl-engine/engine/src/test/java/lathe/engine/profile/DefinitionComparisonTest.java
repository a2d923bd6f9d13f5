package lathe.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DefinitionComparisonTest {

    private static final int ROWS = 200;

    private static ColumnDefinition numbers(String name, String unit, IntToDoubleFunction value) {
        return new ColumnDefinition(name, "", unit, "", List.of(),
                ColumnSketch.of(FieldType.NUMBER, new NumberColumn(IntStream.range(0, ROWS).mapToDouble(value).toArray()), 30));
    }

    private static ColumnDefinition texts(String name, FieldType type, IntFunction<String> value) {
        return new ColumnDefinition(name, "", "", "", List.of(),
                ColumnSketch.of(type, StringColumn.of(IntStream.range(0, ROWS).mapToObj(value).toList()), 30));
    }

    private static List<String> sentences(ColumnDefinition here, ColumnDefinition there) {
        return DefinitionComparison.compare(List.of(here), List.of(there)).stream().map(finding -> finding.severity() + " " + finding.sentence()).toList();
    }

    @Test
    void saysNothingOfColumnsThatMeanTheSame() {
        assertEquals(List.of(), sentences(numbers("weight", "kg", row -> 40 + row % 60), numbers("weight", "kilograms", row -> 45 + row % 67)));
        assertEquals(List.of(), sentences(texts("plan", FieldType.CATEGORY, row -> row % 3 == 0 ? "basic" : "plus"),
                texts("plan", FieldType.CATEGORY, row -> row % 5 == 0 ? "basic" : "gold")));
    }

    @Test
    void tellsOfOtherUnitsAndScales() {
        assertEquals(List.of("INFO Column 'weight' is called 'Weight_' there; they are taken to be the same.",
                "WARNING Column 'weight' is in kg here and in g there (1 g = 0.001 kg).",
                "WARNING The numbers of column 'weight' are about 1000 times as large there as here; probably another unit."),
                sentences(numbers("weight", "kg", row -> 40 + row % 60), numbers("Weight_", "g", row -> 1000 * (41 + row % 61))));
        assertEquals(List.of("WARNING The numbers of column 'size' are about 2.5 times as small there as here; probably another unit."),
                sentences(numbers("size", "", row -> 2.54 * (10 + row % 50)), numbers("size", "", row -> 10 + row % 50)));
        assertEquals(List.of("WARNING The numbers of column 'size' are about 100 times as large there as here, though both should be m."),
                sentences(numbers("size", "m", row -> 10 + row % 50), numbers("size", "m", row -> 100 * (10 + row % 50))));
    }

    @Test
    void tellsOfOtherTypesLevelsAndDates() {
        assertEquals(List.of("WARNING Column 'zip' holds number values here and category values there."),
                sentences(numbers("zip", "", row -> row), texts("zip", FieldType.CATEGORY, row -> "0" + row)));
        assertEquals(List.of("WARNING Column 'state' spells values otherwise there: 'NY' is 'n.y.'."),
                sentences(texts("state", FieldType.CATEGORY, row -> row % 3 == 0 ? "NY" : "TX"), texts("state", FieldType.CATEGORY, row -> row % 3 == 0 ? "n.y." : "TX")));
        assertEquals(List.of("WARNING Column 'sex' has no value in common: 'f', 'm' here, '1', '2' there."),
                sentences(texts("sex", FieldType.CATEGORY, row -> row % 2 == 0 ? "m" : "f"), texts("sex", FieldType.CATEGORY, row -> row % 2 == 0 ? "1" : "2")));
        assertEquals(List.of("INFO The dates of column 'day' are months here and days there."),
                sentences(texts("day", FieldType.DATE, row -> "2021-%02d-01".formatted(row % 12 + 1)), texts("day", FieldType.DATE, row -> "2021-02-%02d".formatted(row % 28 + 1))));
    }

    @Test
    void tellsOfMeaningsPersonsAndMarks() {
        ColumnSketch income = numbers("income", "", row -> row % 2 == 0 ? -999 : row).sketch();
        assertEquals(List.of("WARNING The meaning of column 'income' is 'gross, a year' here and 'net, a month' there.",
                "WARNING Whether column 'income' holds data about persons: yes here, no there.",
                "WARNING In column 'income' '-999' means \"no value\" here and stands among the values there."),
                sentences(new ColumnDefinition("income", "gross, a year", "", "yes", List.of("-999"), income),
                        new ColumnDefinition("income", "net, a month", "", "no", List.of(), income)));
    }

    @Test
    void pairsNamesThatDifferInCapitalsMarksOrderOrOneLetter() {
        assertEquals(Map.of("customer_id", "CustomerID", "date of birth", "birth_date_of", "adress", "address", "x1", "x1"),
                NamesAlike.pairs(List.of("customer_id", "date of birth", "adress", "x1", "x2", "day"), List.of("address", "CustomerID", "birth_date_of", "x1", "x3", "days")));
        assertEquals(Map.of(), NamesAlike.pairs(List.of("A b"), List.of("a_b", "a-b")));
    }

    @Property(tries = 200)
    void aTableDiffersFromItselfInNothing(@ForAll List<@AlphaChars @StringLength(min = 1, max = 6) String> names, @ForAll int seed) {
        List<ColumnDefinition> columns = new ArrayList<>();
        for (String name : names.stream().distinct().limit(6).toList()) {
            columns.add(columns.size() % 2 == 0 ? numbers(name, "kg", row -> (row * 31L + seed) % 97) : texts(name, FieldType.CATEGORY, row -> "v" + row % 5));
        }
        assertEquals(List.of(), DefinitionComparison.compare(columns, columns));
        assertTrue(DefinitionComparison.same(columns, columns).entrySet().stream().allMatch(pair -> pair.getKey().equals(pair.getValue())));
    }
}
