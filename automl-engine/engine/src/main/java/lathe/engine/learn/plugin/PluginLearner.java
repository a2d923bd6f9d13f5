package lathe.engine.learn.plugin;

import java.util.List;
import java.util.Optional;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.form.Form;

/// A plug-in's learner behind a guard: what it does wrong outside a fit is a reason not to fit it, and never ends a run.
///
/// Fits need no guard against failing, only against answers of the wrong shape: they are made in a process of their own.
///
/// @param id          as asked once, when it was loaded
/// @param preparation likewise
/// @param own         the plug-in's
/// @param jar         file it came from
record PluginLearner(String id, Preparation preparation, Learner own, String jar) implements Learner {

    private static final double LONG = 1e6;   // where it cannot say: far beyond any budget

    @Override
    public Optional<String> refusal(DataShape shape) {
        try {
            Optional<String> refusal = own.refusal(shape);
            if (refusal.isPresent()) {
                return refusal;
            }
            Hyperparameters defaults = own.space(shape).defaults();
            double seconds = own.expectedSeconds(shape, defaults);
            double least = own.leastSeconds(shape, defaults);
            return seconds >= 0 && least >= 0 && seconds + least < Double.POSITIVE_INFINITY ? Optional.empty()
                    : Optional.of("The plug-in %s expects a fit to take %s seconds, %s at least.".formatted(jar, seconds, least));
        } catch (RuntimeException | LinkageError failed) {
            return Optional.of("The plug-in %s failed when it was asked about the data (%s).".formatted(jar, failed));
        }
    }

    @Override
    public boolean keepsDirections() {
        try {
            return own.keepsDirections();
        } catch (RuntimeException | LinkageError _) {
            return false;
        }
    }

    @Override
    public boolean descendsLosses() {
        try {
            return own.descendsLosses();
        } catch (RuntimeException | LinkageError _) {
            return false;
        }
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return refusal(shape).isPresent() ? new SearchSpace(List.of()) : own.space(shape);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        try {
            return seconds(own.expectedSeconds(shape, hyperparameters));
        } catch (RuntimeException | LinkageError _) {
            return LONG;
        }
    }

    @Override
    public double leastSeconds(DataShape shape, Hyperparameters hyperparameters) {
        try {
            return seconds(own.leastSeconds(shape, hyperparameters));
        } catch (RuntimeException | LinkageError _) {
            return LONG;
        }
    }

    @Override
    public boolean countsWeights() {
        try {
            return own.countsWeights();
        } catch (RuntimeException | LinkageError _) {
            return false;
        }
    }

    private static double seconds(double said) {
        return said >= 0 ? Math.min(said, LONG) : LONG;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        Form form = own.fit(features, target, hyperparameters, context);
        if (form.outputs() != target.outputs()) {
            throw new ProblemException(new Problem("plugin-answer", "The plug-in %s gave a model with %d outputs where %d are needed"
                    .formatted(jar, form.outputs(), target.outputs()), jar, "Tell who wrote the plug-in."));
        }
        return form;
    }
}
