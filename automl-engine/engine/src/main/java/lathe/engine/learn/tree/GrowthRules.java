package lathe.engine.learn.tree;

/// How far a tree of a boosted ensemble may grow.
///
/// @param leaves     at most
/// @param depth      at most
/// @param leafRows   rows a leaf needs
/// @param leafWeight sum of curvatures a leaf needs
/// @param l1         penalty on the absolute value of a leaf
/// @param l2         penalty on the square of a leaf
/// @param gain       least fall of the loss a split must bring
/// @param columns    share of the features drawn for each tree
/// @param splitColumns share of these drawn for each split
/// @param levels     how levels may be grouped
/// @param randomCuts whether each feature is asked at one cut drawn by lot (P. Geurts et al., 2006), not at the best one
/// @param monotone   +1 where the answer must not fall with the feature, −1 where it must not rise, 0 elsewhere; empty for none
record GrowthRules(int leaves, int depth, int leafRows, double leafWeight, double l1, double l2, double gain, double columns,
                   double splitColumns, LevelRules levels, boolean randomCuts, int[] monotone) {

    /// @param single  up to so many levels, each is only asked for alone
    /// @param rows    a level needs to be grouped, and a group to be cut off
    /// @param smoothing rows of no gradient added to each level when levels are ordered
    /// @param l2      penalty added to [GrowthRules#l2] for both sides of a group
    /// @param most    levels in the smaller group
    record LevelRules(int single, int rows, double smoothing, double l2, int most) { }

    int direction(int feature) {
        return feature < monotone.length ? monotone[feature] : 0;
    }

    /// Best value of a leaf with these sums.
    double value(double gradient, double curvature) {
        return -shrunk(gradient) / (curvature + l2);
    }

    /// Twice the fall of the loss a leaf's best value brings.
    double worth(double gradient, double curvature) {
        double g = shrunk(gradient);
        return g * g / (curvature + l2);
    }

    /// As [#worth] for a value that a bound has moved.
    double worth(double gradient, double curvature, double value) {
        return -(2 * shrunk(gradient) * value + (curvature + l2) * value * value);
    }

    private double shrunk(double gradient) {
        if (l1 == 0) {
            return gradient;
        }
        return Math.signum(gradient) * Math.max(0, Math.abs(gradient) - l1);
    }
}
