package lathe.engine.search;

import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;

/// One learner with one set of hyperparameters, to be fitted on every fold.
///
/// @param number          position in the order of trying, from 1; with the run's seed it decides everything else
/// @param learner         learner id
/// @param hyperparameters checked against the learner's space
/// @param recipe          how columns are prepared
/// @param seed            start of everything random in it
public record Trial(int number, String learner, Hyperparameters hyperparameters, Recipe recipe, Seed seed) {

    /// Name in the leaderboard, for example `boosting #7`, or `boosting #8 + smote` where training rows are made up.
    public String name() {
        return learner + " #" + number + Recipe.marks(recipe.generators());
    }

    /// Whether it looks at no column, as the baseline.
    public boolean isFeatureless() {
        return recipe.preparation() == Preparation.NONE;
    }
}
