package lathe.engine.learn.tree;

/// How symmetric trees are grown.
///
/// @param depth       questions on each way, the same for all leaves of a level
/// @param columns     share of the features drawn for each tree
/// @param temperature spread of the rows' weights, 0 for none, 1 for the Bayesian bootstrap
/// @param noise       standard deviation of the factor by which gains are changed by lot
/// @param smoothing   rows of the mean answer added to each level
/// @param fewLevels   up to so many levels a feature has the same number in all rows of a level
/// @param orders      drawn for the statistics of levels
/// @param bins        of each feature
/// @param growth      what leaves are worth
record SymmetricRules(int depth, double columns, double temperature, double noise, double smoothing, int fewLevels, int orders,
                      int bins, GrowthRules growth) {
}
