package lathe.engine.learn.tree;

/// How boosted trees are fitted.
///
/// @param rounds       at most
/// @param learningRate share of its best value each leaf adds
/// @param rows         share of the rows drawn for each round
/// @param stopsEarly   whether rows are held back to say when to stop
/// @param growth       of each tree
record BoostingRules(int rounds, double learningRate, double rows, boolean stopsEarly, GrowthRules growth) {

    /// As many rounds, whatever any rows say.
    BoostingRules exactly(int newRounds) {
        return new BoostingRules(newRounds, learningRate, rows, false, growth);
    }
}
