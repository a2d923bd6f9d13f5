package lathe.engine.search;

import lathe.engine.learn.DataShape;

/// By how much fits of a learner usually miss what it expects: a factor that is log-linear in what is known before a fit, learnt
/// from recorded fits (`tests/bench/cost_model.py`). Beyond the sizes recorded it stays what it was at their edge.
///
/// @param start    logarithm of the factor where all inputs are 0
/// @param expected seconds the learner expects, as all inputs by their logarithm
/// @param rows     training rows
/// @param features columns
/// @param outputs  classes; 1 for a number
/// @param joined   1 where features of several columns are added, as it is
public record CostCorrection(double start, Slope expected, Slope rows, Slope features, Slope outputs, Slope joined) {

    static final double LEAST_SECONDS = 0.01;

    /// @param slope of the logarithm of the factor
    /// @param low   least input recorded
    /// @param high  largest input recorded
    public record Slope(double slope, double low, double high) {

        /// @throws IllegalArgumentException if the range is empty or a number is not finite
        public Slope {
            if (!(low <= high) || !Double.isFinite(slope + low + high)) {
                throw new IllegalArgumentException("a slope needs finite numbers and low <= high, was %s in [%s, %s]"
                        .formatted(slope, low, high));
            }
        }

        private double of(double input) {
            return slope * Math.clamp(input, low, high);
        }
    }

    /// Logarithm of the factor.
    double log(double seconds, DataShape shape, boolean joins) {
        return start + expected.of(Math.log(Math.max(LEAST_SECONDS, seconds))) + rows.of(Math.log(Math.max(1, shape.rows())))
                + features.of(Math.log(Math.max(1, shape.features()))) + outputs.of(Math.log(Math.max(1, shape.classes())))
                + joined.of(joins ? 1 : 0);
    }
}
