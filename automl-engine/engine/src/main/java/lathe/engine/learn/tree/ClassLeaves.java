package lathe.engine.learn.tree;

/// How leaves of class trees are judged and what they answer.
///
/// @param shares    of the classes among all rows, none of them 0
/// @param smoothing rows of these shares that every leaf is answered with besides its own, so that no class is ever ruled out
/// @param entropy   whether entropy counts instead of Gini impurity
record ClassLeaves(double[] shares, double smoothing, boolean entropy) { }
