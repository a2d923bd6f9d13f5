package lathe.engine.prepare;

import java.util.Map;
import java.util.Set;
import lathe.engine.learn.Learner.Preparation;

/// The plan for all columns: for which kind of learner, where a person has chosen a step, and which generators join columns.
///
/// @param preparation kind of learner; decides the step of every column that is not named
/// @param chosen      step id by column name
/// @param generators  ids of the generators that add features of several columns
public record Recipe(Preparation preparation, Map<String, String> chosen, Set<String> generators) {

    public Recipe {
        chosen = Map.copyOf(chosen);
        generators = Set.copyOf(generators);
    }

    /// Each column by itself.
    public Recipe(Preparation preparation, Map<String, String> chosen) {
        this(preparation, chosen, Set.of());
    }
}
