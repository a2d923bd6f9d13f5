package lathe.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellParserTest {

    private static CellParser of(FieldType type, String format, String... missing) {
        return new CellParser(new Field("f", type, Role.FEATURE, format, List.of(missing)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "''; 12; 12", "''; -1.5e3; -1500", "''; .5; 0.5", "''; 5.; 5", "''; ' 7 '; 7",
        ".; 1,234.5; 1234.5", ".; 1 234; 1234", ".; 1'234'567; 1234567", ".; 12,34,567; 1234567", ".; −3; -3",
        "','; 1.234,5; 1234.5", "','; 1.234; 1234", "','; 0,25; 0.25", "','; 1\u00A0000,5; 1000.5"})
    void readsNumbersWithTheMarksOfTheirColumn(String format, String cell, double expected) {
        assertEquals(expected, of(FieldType.NUMBER, format).number(cell));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "''; 1,5", "''; NaN", "''; Infinity", "''; 1d", "''; 0x1p3", "''; 1e400", "''; abc", "''; -", "''; 1e", "''; .", "''; 1 2",
        ".; 1,2", ".; 1,23", ".; 1,234'567", ".; 1234,567", ".; ',5'", "','; 1.5", "','; 1,2,3", "','; 12.5"})
    void callsOtherTextsUnreadable(String format, String cell) {
        assertEquals(CellParser.UNREADABLE, of(FieldType.NUMBER, format).number(cell));
    }

    @Test
    void findsMissingNumbersByTextAndByValue() {
        CellParser parser = of(FieldType.NUMBER, ".", "n/a", "-999");
        assertTrue(Double.isNaN(parser.number("")));
        assertTrue(Double.isNaN(parser.number("  ")));
        assertTrue(Double.isNaN(parser.number("n/a")));
        assertTrue(Double.isNaN(parser.number("-999.0")));
        assertEquals(-998, parser.number("-998"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2024-02-29, 2024-02-29",
        "'', 2024-03-01T17:05, 2024-03-01T17:05:00",
        "'', 2024-03-01 17:05:09.250, 2024-03-01T17:05:09.25",
        "'', 2024-03-01T00:30:00+02:00, 2024-02-29T22:30:00",
        "'', 2024-03-01T00:30:00Z, 2024-03-01T00:30:00",
        "dd.MM.yyyy, 01.03.2024, 2024-03-01",
        "d/M/yyyy H:mm, 1/3/2024 7:05, 2024-03-01T07:05:00",
        "dd-MMM-yyyy, 01-mar-2024, 2024-03-01",
        "MM/dd/yy, 03/01/24, 2024-03-01"})
    void writesDatesCanonically(String format, String cell, String expected) {
        assertEquals(expected, of(FieldType.DATE, format).text(cell));
    }

    @ParameterizedTest
    @CsvSource({"'', 2023-02-29", "'', 01.03.2024", "'', 2024-03-01T25:00", "dd.MM.yyyy, 31.02.2024",
        "dd.MM.yyyy, 2024-03-01", "dd.MM.yyyy, 01.03.2024x", "'', tomorrow"})
    void refusesDatesOutsidePatternAndCalendar(String format, String cell) {
        assertNull(of(FieldType.DATE, format).text(cell));
    }

    @Test
    void readsBooleansInTheTextsOfTheirColumn() {
        CellParser parser = of(FieldType.BOOLEAN, "Ja|Nein", "?");
        assertEquals("true", parser.text("ja"));
        assertEquals("false", parser.text(" Nein "));
        assertEquals("true", parser.text("TRUE"));
        assertEquals("", parser.text("?"));
        assertNull(parser.text("vielleicht"));
    }

    @Test
    void keepsCategoriesAndTextsAsTheyAre() {
        CellParser parser = of(FieldType.CATEGORY, "", "NA");
        assertEquals(" a b ", parser.text(" a b "));
        assertEquals("", parser.text("NA"));
        assertEquals("", parser.text(""));
    }

    @Test
    void refusesFormatsOfAnotherType() {
        assertThrows(IllegalArgumentException.class, () -> of(FieldType.NUMBER, ";"));
        assertThrows(IllegalArgumentException.class, () -> of(FieldType.BOOLEAN, "yes"));
        assertThrows(IllegalArgumentException.class, () -> of(FieldType.DATE, "foo bar"));
    }
}
