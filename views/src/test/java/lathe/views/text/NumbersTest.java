package lathe.views.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void readsNumbersAsTheLocaleWritesThem() {
        assertEquals(1234.5, new Numbers(Locale.GERMAN).parse("1.234,5").getAsDouble());
        assertEquals(1234.5, new Numbers(Locale.ENGLISH).parse("1,234.5").getAsDouble());
        assertEquals(-20, new Numbers(Locale.ENGLISH).parse(" −20 ").getAsDouble());
        assertEquals(7, new Numbers(Locale.ENGLISH).parse("+7").getAsDouble());
        assertTrue(Double.isNaN(new Numbers(Locale.ENGLISH).parse("  ").getAsDouble()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "12 apples", "1,5x", "--3", "∞", "1e999"})
    void refusesWhatIsNoNumber(String text) {
        assertTrue(new Numbers(Locale.ENGLISH).parse(text).isEmpty(), text);
    }

    @Property(tries = 200)
    void readsWhatItWrites(@ForAll @DoubleRange(min = -1e9, max = 1e9) double value) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH}) {
            assertEquals(value, new Numbers(locale).parse(new Numbers(locale).field(value)).getAsDouble(), 1e-9);
        }
    }
}
