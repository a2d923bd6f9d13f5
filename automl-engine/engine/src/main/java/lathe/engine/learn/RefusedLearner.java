package lathe.engine.learn;

import java.util.Optional;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// A learner that is known, but not fitted in this run, whatever the data.
///
/// @param own    the learner itself
/// @param reason one sentence
public record RefusedLearner(Learner own, String reason) implements WrappedLearner {

    @Override
    public Optional<String> refusal(DataShape shape) {
        return own.refusal(shape).or(() -> Optional.of(reason));
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        throw new IllegalArgumentException("%s was refused: %s".formatted(id(), reason));
    }
}
