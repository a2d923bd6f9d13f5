package lathe.engine.learn.tree;

/// How far a tree of a forest may grow.
///
/// @param depth      at most
/// @param leafRows   rows a leaf needs; a row drawn twice counts twice
/// @param columns    features tried at each split; those that are constant there do not count
/// @param randomCuts whether each is tried at one cut drawn by lot, not at the best one
record ForestRules(int depth, int leafRows, int columns, boolean randomCuts) { }
