package lathe.engine.learn.tree;

/// How far a tree of a forest may grow.
///
/// @param depth      at most
/// @param leafRows   rows a leaf needs; a row drawn twice counts twice
/// @param columns    features tried at each split; those that are constant there do not count
/// @param randomCuts whether each is tried at one cut drawn by lot, not at the best one
/// @param monotone   see [GrowthRules#monotone]; for numbers and two classes
record ForestRules(int depth, int leafRows, int columns, boolean randomCuts, int[] monotone) {

    /// Without directions.
    ForestRules(int depth, int leafRows, int columns, boolean randomCuts) {
        this(depth, leafRows, columns, randomCuts, new int[0]);
    }

    int direction(int feature) {
        return feature < monotone.length ? monotone[feature] : 0;
    }
}
