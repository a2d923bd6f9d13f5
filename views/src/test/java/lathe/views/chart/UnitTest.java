package lathe.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UnitTest {

    @Test
    void valuesAreWrittenInTheUsersLocale() {
        assertEquals("1,409", Unit.COUNT.text(1409, Locale.ENGLISH));
        assertEquals("1.409", Unit.COUNT.text(1409, Locale.GERMAN));
        assertEquals("26.5%", Unit.PERCENT.text(0.265, Locale.ENGLISH));
        assertEquals("26,5\u00a0%", Unit.PERCENT.text(0.265, Locale.GERMAN));
        assertEquals("0.8462", Unit.NUMBER.text(0.84623, Locale.ENGLISH));
        assertEquals("−12.35", Unit.NUMBER.text(-12.3456, Locale.ENGLISH));
        assertEquals("39 s", Unit.SECONDS.text(39, Locale.ENGLISH));
        assertEquals("2:05 min", Unit.SECONDS.text(125, Locale.ENGLISH));
        assertEquals("1:05 h", Unit.SECONDS.text(3900, Locale.ENGLISH));
        assertEquals("Jan 1, 2023", Unit.DATE.text(1_672_531_200, Locale.ENGLISH));
        assertEquals("–", Unit.NUMBER.text(Double.NaN, Locale.ENGLISH));
    }

    @Test
    void changesAlwaysShowTheirSign() {
        assertEquals("+16.8%", Unit.PERCENT.change(0.168, Locale.ENGLISH));
        assertEquals("−2.1%", Unit.PERCENT.change(-0.021, Locale.ENGLISH));
    }

    @Test
    void ticksOfOneAxisHaveEquallyManyDigits() {
        assertEquals("0.80", Unit.NUMBER.tick(0.8, 0.02, Locale.ENGLISH));
        assertEquals("0 s", Unit.SECONDS.tick(-0.0, 10, Locale.ENGLISH));
        assertEquals("Jul 2023", Unit.DATE.tick(1_688_169_600, 40.0 * 86_400, Locale.ENGLISH));
    }

    @Test
    void longTimesTickAtTheStartOfMonths() {
        double start = 1_672_531_200;
        List<Double> ticks = Ticks.between(Unit.DATE, start, start + 730 * 86_400.0, 4);
        assertEquals(List.of(start, start + 181 * 86_400.0, start + 365 * 86_400.0, start + 547 * 86_400.0), ticks);
    }

    @Property(tries = 300)
    void ticksRiseStayInsideAndAreNotTooMany(@ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
            @ForAll @DoubleRange(min = 1, max = 9.99) double digits, @ForAll @IntRange(min = -4, max = 6) int size) {
        double width = digits * Math.pow(10, size);
        for (Unit unit : Unit.values()) {
            List<Double> ticks = Ticks.between(unit, low, low + width, 6);
            assertTrue(ticks.size() <= 8, unit + " " + ticks);
            for (int i = 0; i < ticks.size(); i++) {
                assertTrue(ticks.get(i) >= low - width * 1e-6 && ticks.get(i) <= low + width * (1 + 1e-6), unit + " " + ticks);
                assertTrue(i == 0 || ticks.get(i) > ticks.get(i - 1), unit + " " + ticks);
            }
        }
    }

    @Test
    void anAxisRunsUpwards() {
        Axis axis = Axis.of("x", Unit.NUMBER);
        assertThrows(IllegalArgumentException.class, () -> axis.between(2, 1));
    }

    @Test
    void aSingleValueStillGetsAnAxis() {
        Extent extent = new Extent();
        extent.add(5);
        Extent settled = extent.settled(Axis.of("", Unit.NUMBER), 0.05);
        assertTrue(settled.low() < 5 && settled.high() > 5);
    }
}
