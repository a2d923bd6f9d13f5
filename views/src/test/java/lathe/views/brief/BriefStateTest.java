package lathe.views.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BriefStateTest {

    @Test
    void readsNumbersAsTheLocaleWritesThem() {
        assertEquals(1234.5, BriefState.parse("1.234,5", Locale.GERMAN).getAsDouble());
        assertEquals(1234.5, BriefState.parse("1,234.5", Locale.ENGLISH).getAsDouble());
        assertEquals(-20, BriefState.parse(" −20 ", Locale.ENGLISH).getAsDouble());
        assertEquals(7, BriefState.parse("+7", Locale.ENGLISH).getAsDouble());
        assertTrue(Double.isNaN(BriefState.parse("  ", Locale.ENGLISH).getAsDouble()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "12 apples", "1,5x", "--3", "∞", "1e999"})
    void refusesWhatIsNoNumber(String text) {
        assertTrue(BriefState.parse(text, Locale.ENGLISH).isEmpty(), text);
    }

    @Property(tries = 200)
    void readsWhatItWrites(@ForAll @DoubleRange(min = -1e9, max = 1e9) double value) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH}) {
            assertEquals(value, BriefState.parse(BriefState.write(value, locale), locale).getAsDouble(), 1e-9);
        }
    }

    @Test
    void keepsWhatIsWrongUntilItIsMended() {
        BriefState wrong = BriefState.EMPTY.withWrong(BriefNumber.HIT, "much");

        assertEquals(Map.of(BriefNumber.HIT, "much"), wrong.with(wrong.brief().withContext("x")).wrong());
        assertEquals(Map.of(), wrong.withRight(BriefNumber.HIT).wrong());
    }
}
