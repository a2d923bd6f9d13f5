package lathe.engine.learn;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// A learner that is held to one loss: its choice `loss` has no other option, so every trial carries it.
///
/// @param own  the learner itself; [Learner#descendsLosses]
/// @param loss not [AskedLoss#NONE]
public record LossLearner(Learner own, AskedLoss loss) implements WrappedLearner {

    /// Name of the hyperparameter.
    public static final String LOSS = "loss";

    @Override
    public SearchSpace space(DataShape shape) {
        List<SearchSpace.Parameter> parameters = new ArrayList<>(own.space(shape).parameters());
        parameters.removeIf(parameter -> parameter.name().equals(LOSS));
        parameters.add(new SearchSpace.Choice(LOSS, List.of(loss.text()), loss.text(), false));
        return new SearchSpace(parameters);
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        return own.fit(features, target, hyperparameters, context);
    }
}
