package lathe.engine.search;

import java.util.List;

/// What is known of a trial that has ended.
///
/// @param trial  what was tried
/// @param loss   its score, turned so that less is better; `NaN` if it was given up before its last fold
/// @param losses the same of each fold that was judged
public record Known(Trial trial, double loss, List<Double> losses) {

    public Known {
        losses = List.copyOf(losses);
    }

    /// Whether all folds were fitted.
    public boolean isScored() {
        return !Double.isNaN(loss);
    }
}
