package lathe.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.8571   | 0.857
            48310.4  | 48,310
            12.345   | 12.35
            123.45   | 123.5
            -0.5     | −0.500
            0.00213  | 0.00213
            0        | 0
            NaN      | –
            1e-7     | 1.000e−07
            """)
    void showsTheDigitsThatCount(double value, String shown) {
        assertEquals(shown, Figures.number(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            250000   | 250,000
            1250000  | 1.25 M
            0.05     | 0.05
            -20      | −20
            0        | 0
            """)
    void keepsTicksShort(double value, String shown) {
        assertEquals(shown, Figures.tick(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.5      | 50 %
            0.004    | 0.4 %
            0.996    | 99.6 %
            1        | 100 %
            NaN      | –
            """)
    void showsSharesInPercent(double share, String shown) {
        assertEquals(shown, Figures.percent(share));
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "0.1, 0.1", "0.000123456, 0.0001235", "1e-9, 1E−9"})
    void showsParametersWithoutIdleDigits(double value, String shown) {
        assertEquals(shown, Figures.plain(value));
    }
}
