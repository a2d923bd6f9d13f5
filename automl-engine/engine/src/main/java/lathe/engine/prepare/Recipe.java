package lathe.engine.prepare;

import java.util.Map;
import lathe.engine.learn.Learner.Preparation;

/// The plan for all columns: for which kind of learner, and where a person has chosen a step.
///
/// @param preparation kind of learner; decides the step of every column that is not named
/// @param chosen      step id by column name
public record Recipe(Preparation preparation, Map<String, String> chosen) {

    public Recipe {
        chosen = Map.copyOf(chosen);
    }
}
