package lathe.engine.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import lathe.engine.data.NumberStyle;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.explain.Contribution;

/// A contribution in one line: `contract = month-to-month (+0.168)`.
final class ReasonText {

    private static final int LONGEST = 40;
    private static final int DIGITS = 3;

    private ReasonText() { }

    /// @param probability whether amounts are parts of a probability, or of a number
    static String of(Contribution reason, Table rows, int row, boolean probability) {
        return value(reason.column(), rows.column(reason.column()), row) + " (" + amount(reason.amount(), probability) + ")";
    }

    private static String value(String name, Column column, int row) {
        if (column.isMissing(row)) {
            return name + " missing";
        }
        return name + " = " + switch (column) {
            case NumberColumn numbers -> NumberStyle.write(numbers.value(row));
            case StringColumn strings -> shortened(strings.text(row).replace(Table.LIST_SEPARATOR, ", "));
        };
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /// Whether the amount is so small that it would be written as nothing.
    static boolean isNothing(Contribution reason, boolean probability) {
        return reason.amount() == 0 || probability && Math.abs(reason.amount()) < 0.0005;
    }

    private static String amount(double amount, boolean probability) {
        if (probability) {
            return String.format(Locale.ROOT, "%+.3f", amount);
        }
        BigDecimal rounded = new BigDecimal(amount).round(new MathContext(DIGITS));
        return (amount > 0 ? "+" : "") + rounded.toPlainString();
    }
}
