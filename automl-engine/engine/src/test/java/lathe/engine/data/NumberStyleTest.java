package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStyleTest {

    @Property
    void everyFiniteNumberComesBackFromItsText(@ForAll double value) {
        assertEquals(value, NumberStyle.PLAIN.parse(NumberStyle.write(value)) + 0.0 * value, 0.0);
    }

    @Property
    void germanTextComesBack(@ForAll @DoubleRange(min = -1e12, max = 1e12) double value) {
        DecimalFormat german = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY));
        assertEquals(value, NumberStyle.COMMA.parse(german.format(value)), 0.0051 + Math.ulp(value));
    }

    @Property
    void englishTextComesBack(@ForAll @DoubleRange(min = -1e12, max = 1e12) double value) {
        DecimalFormat english = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        assertEquals(value, NumberStyle.POINT.parse(english.format(value)), 0.0051 + Math.ulp(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POINT | 1,234.5     | 1234.5
            POINT | 1,234,567   | 1234567
            POINT | 1'234.5     | 1234.5
            COMMA | 16.884,92   | 16884.92
            COMMA | 1 234,5     | 1234.5
            COMMA | 0,123       | 0.123
            PLAIN | -1.5e-3     | -0.0015
            PLAIN | +.5         | 0.5
            PLAIN | 7.          | 7
            """)
    void readsItsOwnWriting(String name, String text, double expected) {
        NumberStyle style = switch (name) {
            case "POINT" -> NumberStyle.POINT;
            case "COMMA" -> NumberStyle.COMMA;
            default -> NumberStyle.PLAIN;
        };
        assertEquals(expected, style.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "-", "1,234.5", "1e", "0x10", "1d", "NaN", "Infinity", "1e999", "1.2.3", "--1", "12abc"})
    void plainRefuses(String text) {
        assertTrue(Double.isNaN(NumberStyle.PLAIN.parse(text)), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.05.2021", "0.123,4", "1.23,4", "1.2345", "1,2,3"})
    void commaRefuses(String text) {
        assertTrue(Double.isNaN(NumberStyle.COMMA.parse(text)), text);
    }
}
