package lathe.engine.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import lathe.scoring.Task;

/// Words that messages share.
final class Sentences {

    private static final MathContext DIGITS = new MathContext(5);

    private Sentences() { }

    /// `'a', 'b' and 3 more`.
    static String list(List<String> names, int most) {
        String shown = String.join(", ", names.stream().limit(most).map(name -> "'" + name + "'").toList());
        return names.size() <= most ? shown : shown + " and " + (names.size() - most) + " more";
    }

    /// A score in a sentence: five digits, never a power of ten.
    static String score(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).toPlainString() : "no number";
    }

    static String name(Task task) {
        return task.name().toLowerCase(Locale.ROOT);
    }
}
