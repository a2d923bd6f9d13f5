package lathe.engine.profile;

import java.util.Locale;

/// Shares in sentences.
final class Percent {

    private Percent() {
    }

    /// `12.5 %`; never 0 or 100 for a share that is neither.
    static String of(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.05) {
            return "less than 0.1 %";
        }
        if (percent < 100 && percent > 99.95) {
            return "more than 99.9 %";
        }
        return String.format(Locale.ROOT, percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%", percent);
    }
}
