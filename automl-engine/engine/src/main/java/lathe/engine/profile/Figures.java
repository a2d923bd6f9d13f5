package lathe.engine.profile;

import java.util.Locale;
import lathe.engine.data.NumberStyle;

/// Numbers in sentences.
final class Figures {

    private Figures() {
    }

    /// Four digits, whole numbers in full.
    static String shown(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return NumberStyle.write(value);
        }
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
