package lathe.engine.learn;

import java.util.Optional;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// A learner that is known, but not fitted in this run, whatever the data.
///
/// @param own    the learner itself
/// @param reason one sentence
public record RefusedLearner(Learner own, String reason) implements Learner {

    @Override
    public String id() {
        return own.id();
    }

    @Override
    public Preparation preparation() {
        return own.preparation();
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return own.refusal(shape).or(() -> Optional.of(reason));
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return own.space(shape);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return own.expectedSeconds(shape, hyperparameters);
    }

    @Override
    public double leastSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return own.leastSeconds(shape, hyperparameters);
    }

    @Override
    public boolean keepsDirections() {
        return own.keepsDirections();
    }

    @Override
    public boolean descendsLosses() {
        return own.descendsLosses();
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        throw new IllegalArgumentException("%s was refused: %s".formatted(id(), reason));
    }
}
