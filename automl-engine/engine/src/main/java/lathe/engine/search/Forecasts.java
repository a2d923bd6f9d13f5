package lathe.engine.search;

import java.util.Optional;

/// What a search knows of a fit before it begins.
///
/// @param costs  seconds
/// @param memory keeps fits away that a worker has no memory for
public record Forecasts(CostModel costs, Optional<MemoryGate> memory) {

    /// Learners are taken by their word, and there is memory for all.
    public static Forecasts plain() {
        return new Forecasts(CostModel.plain(), Optional.empty());
    }
}
