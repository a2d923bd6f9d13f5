package lathe.views.chart;

import java.io.Serial;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/// A {@link Unit} as JFreeChart's logarithmic axis wants it; it only writes.
final class UnitFormat extends NumberFormat {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Unit unit;
    private final Locale locale;

    UnitFormat(Unit unit, Locale locale) {
        this.unit = unit;
        this.locale = locale;
    }

    @Override
    public StringBuffer format(double number, StringBuffer into, FieldPosition position) {
        return into.append(unit.text(number, locale));
    }

    @Override
    public StringBuffer format(long number, StringBuffer into, FieldPosition position) {
        return into.append(unit.text(number, locale));
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("axis labels are written, never read");
    }
}
