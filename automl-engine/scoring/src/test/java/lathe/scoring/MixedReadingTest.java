package lathe.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Columns whose cells are written in several ways.
class MixedReadingTest {

    private static CellParser parser(FieldType type, String format) {
        return new CellParser(new Field("x", type, Role.FEATURE, format, List.of()));
    }

    // Factors: NIST Handbook 44, appendix C.
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', textBlock = """
            . in kg; 12 kg; 12
            . in kg; 12000 g; 12
            . in kg; 5 lb; 2.26796185
            . in kg; 12; 12
            . in kg; -1.5KG; -1.5
            . in kg; 1,234.5 kg.; 1234.5
            , in kg; 1.234,5 kg; 1234.5
            . in kg; 1'200 g; 1.2
            . in kg; 11 st 4 lb; 71.66759446
            . in cm; 5 ft 11 in; 180.34
            . in cm; 5'11"; 180.34
            . in cm; 1.8m; 180
            . in min; 1 h 30 min; 90
            . in min; 90 s; 1.5
            . in l; 500 cm3; 0.5
            . in m2; 1 acre; 4046.8564224
            . in \u00B0C; 212 \u00B0F; 100
            . in C; 32 deg F; 0
            . in \u00B0C; 0 K; -273.15
            . in %; 12.5 %; 12.5
            . in km/h; 10 m/s; 36
            . among texts; 12; 12
            . among texts; about 15; 15
            . among texts; ca. 1,200; 1200
            . among texts; <5; 5
            . among texts; \u2265 18; 18
            . among texts; 1.2k; 1200
            . among texts; 3 Million; 3000000
            . among texts; 85+; 85
            , among texts; rund 1,5; 1.5
            """)
    void readsNumbersAsPeopleWriteThem(String format, String text, double expected) {
        assertEquals(expected, parser(FieldType.NUMBER, format).number(text), 1e-12 * Math.abs(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', textBlock = """
            . in kg; heavy
            . in kg; kg
            . in kg; 12 cm
            . in kg; 12 stones of gold
            . in kg; 3 kg 5
            . in kg; 3 lb 5 kg
            . in kg; 3 - 5 kg
            . in \u00B0C; 20 C 3 F
            . in h; 3 months
            . among texts; about
            . among texts; 10-15
            . among texts; 12 kg
            . among texts; 1.2M
            . among texts; aboutness 3
            """)
    void leavesWhatItDoesNotUnderstand(String format, String text) {
        assertEquals(CellParser.UNREADABLE, parser(FieldType.NUMBER, format).number(text));
    }

    @ParameterizedTest
    @CsvSource({"03/04/2021, 2021-04-03, 2021-03-04", "25/12/2021, 2021-12-25, 2021-12-25", "12-31-2020, 2020-12-31, 2020-12-31",
        "2021-3-4, 2021-03-04, 2021-03-04", "3 Apr 2021, 2021-04-03, 2021-04-03", "3.4.2021 17:05, 2021-04-03T17:05:00, 2021-03-04T17:05:00",
        "2021-04-03, 2021-04-03, 2021-04-03", "12/31/2020 5:05 PM, 2020-12-31T17:05:00, 2020-12-31T17:05:00"})
    void readsDatesByTheOrderAskedForOnlyWhereTheyLeaveItOpen(String text, String dayFirst, String monthFirst) {
        assertEquals(dayFirst, parser(FieldType.DATE, "mixed day-first").text(text));
        assertEquals(monthFirst, parser(FieldType.DATE, "mixed month-first").text(text));
    }

    @ParameterizedTest
    @CsvSource({"31/31/2021", "30/02/2021", "3/4/21", "soon", "12"})
    void leavesWhatIsNoDate(String text) {
        assertNull(parser(FieldType.DATE, "mixed day-first").text(text));
    }

    @Test
    void isLenientOnlyWhereAMixedReadingWasChosen() {
        assertTrue(parser(FieldType.NUMBER, ", in kg").isLenient());
        assertTrue(parser(FieldType.DATE, "mixed month-first").isLenient());
        assertFalse(parser(FieldType.NUMBER, ",").isLenient());
        assertFalse(parser(FieldType.TEXT, "").isLenient());
    }

    @Test
    void refusesUnitsItDoesNotKnow() {
        var refused = assertThrows(IllegalArgumentException.class, () -> parser(FieldType.NUMBER, ". in euro"));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("no unit 'euro' is known; there are mg, g, kg"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> parser(FieldType.NUMBER, ". in"));
        assertThrows(IllegalArgumentException.class, () -> parser(FieldType.DATE, "mixed year-first"));
    }

    @Property(tries = 300)
    void convertsThereAndBack(@ForAll MeasureUnit from, @ForAll MeasureUnit to, @ForAll @IntRange(min = -99_999, max = 99_999) int hundredths) {
        if (from.kind() != to.kind()) {
            return;
        }
        String written = String.format(Locale.ROOT, "%.2f %s", hundredths / 100.0, from.symbol());
        double there = parser(FieldType.NUMBER, ". in " + to.symbol()).number(written);
        double back = parser(FieldType.NUMBER, ". in " + from.symbol()).number(there + " " + to.symbol());
        boolean plain = !Double.toString(there).contains("E");

        assertEquals(from.in(to, hundredths / 100.0), there);
        assertTrue(!plain || Math.abs(back - hundredths / 100.0) <= 1e-8 + 1e-10 * Math.abs(back), back + " was " + written);
    }

    @Property(tries = 500)
    void anyTextIsADateOrNumberOrNeither(@ForAll @StringLength(max = 20) @CharRange(from = ' ', to = '~') String text, @ForAll @StringLength(max = 8) String any) {
        for (String each : List.of(text, any, "1" + any, text + any, "12 kg " + text, "about " + text, "3/4/2021" + text)) {
            for (String format : List.of(". in kg", ", in cm", ". among texts", ", among texts")) {
                assertTrue(parser(FieldType.NUMBER, format).number(each) != Double.NEGATIVE_INFINITY);
            }
            String date = parser(FieldType.DATE, "mixed day-first").text(each);
            assertTrue(date == null || date.isEmpty() || date.length() >= 10, date);
        }
    }
}
