package lathe.engine.learn;

import java.util.List;

/// The loss a person wants a regression to descend; [#NONE] where nobody said, and the metric decides.
///
/// @param name  one of [#NAMES], or empty
/// @param level for `quantile` the share of rows that should stay below the answer, in (0, 1); otherwise 0
public record AskedLoss(String name, double level) {

    public static final String QUANTILE = "quantile";
    public static final String POISSON = "poisson";
    public static final String TWEEDIE = "tweedie";
    public static final List<String> NAMES = List.of("squared", "absolute", "huber", QUANTILE, POISSON, TWEEDIE, "log_cosh");

    public static final AskedLoss NONE = new AskedLoss("", 0);

    /// @throws IllegalArgumentException if there is no such loss, or a level where none belongs or outside its range
    public AskedLoss {
        if (!name.isEmpty() && !NAMES.contains(name)) {
            throw new IllegalArgumentException("loss must be one of %s, was '%s'".formatted(NAMES, name));
        }
        if (name.equals(QUANTILE) ? !(level > 0 && level < 1) : level != 0) {
            throw new IllegalArgumentException("a level in (0, 1) belongs to the loss quantile and to no other, was %s for '%s'"
                    .formatted(level, name));
        }
    }

    public static AskedLoss quantile(double level) {
        return new AskedLoss(QUANTILE, level);
    }

    /// Reads what [#text] writes.
    ///
    /// @throws IllegalArgumentException if it is no such text
    public static AskedLoss parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new AskedLoss(text, 0) : new AskedLoss(text.substring(0, colon), Double.parseDouble(text.substring(colon + 1)));
    }

    /// `huber`, `quantile:0.9`, or empty.
    public String text() {
        return isQuantile() ? name + ":" + level : name;
    }

    public boolean isNone() {
        return name.isEmpty();
    }

    public boolean isQuantile() {
        return name.equals(QUANTILE);
    }

    /// Whether it means something only for numbers that are not below 0.
    public boolean ofAmounts() {
        return name.equals(POISSON) || name.equals(TWEEDIE);
    }
}
