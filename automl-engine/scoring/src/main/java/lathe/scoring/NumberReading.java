package lathe.scoring;

import java.math.BigDecimal;
import java.math.MathContext;

/// How the numbers of a column are written. The format a [Field] has chooses one:
///
/// | format | reads |
/// |---|---|
/// | empty, `.`, `,` | plain numbers ([NumberText]) |
/// | `. in kg` | measures in whatever unit, as numbers in that unit ([MeasureText]) |
/// | `. among texts` | numbers as people write them among other texts ([LooseNumberText]) |
interface NumberReading {

    String AMONG = " among texts";
    MathContext DIGITS = new MathContext(12);

    /// The number, or [CellParser#UNREADABLE].
    double read(String text);

    /// What a cell must look like, for messages.
    String expected();

    /// Whether a cell that does not fit is missing because the reading was chosen for a column of mixed texts.
    boolean isLenient();

    /// @throws IllegalArgumentException if there is no such format
    static NumberReading of(String format) {
        boolean marked = format.startsWith(".") || format.startsWith(",");
        if (marked && format.startsWith(MeasureUnit.IN, 1)) {
            return new MeasureText(new NumberText(format.substring(0, 1)), MeasureUnit.require(format.substring(1 + MeasureUnit.IN.length())));
        }
        if (marked && format.substring(1).equals(AMONG)) {
            return new LooseNumberText(new NumberText(format.substring(0, 1)));
        }
        return new NumberText(format);
    }

    /// Without the last binary digits that a product leaves behind, so that 1.1 thousand is 1100.
    static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : CellParser.UNREADABLE;
    }
}
