package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// Pinball loss, in the target's unit: what judges a quantile. With level α a number above the prediction costs α of the
/// distance, one below it 1 − α; the α-quantile costs least.
///
/// Source: R. Koenker, G. Bassett, "Regression Quantiles", Econometrica 46 (1978).
public final class Pinball extends ErrorMetric {

    /// What its id begins with; the level follows.
    public static final String PREFIX = "pinball_";

    private final double level;

    /// @param level in (0, 1)
    public Pinball(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the level of a quantile must lie in (0, 1), was " + level);
        }
        this.level = level;
    }

    /// The level in an id of this metric; NaN for other ids.
    public static double level(String id) {
        if (!id.startsWith(PREFIX)) {
            return Double.NaN;
        }
        try {
            double level = Double.parseDouble(id.substring(PREFIX.length()));
            return level > 0 && level < 1 ? level : Double.NaN;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    @Override
    public String id() {
        return PREFIX + level;
    }

    @Override
    double row(Target truth, Predictions predictions, int positive, int row) {
        double above = truth.value(row) - predictions.at(row, 0);
        return above >= 0 ? level * above : (level - 1) * above;
    }
}
