package lathe.engine.learn.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lathe.engine.learn.AskedLoss;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.scoring.form.Link;

/// Which loss boosting descends: log loss for classes, for numbers what a person has chosen.
final class LossChoice {

    /// Of numbers.
    private static final SearchSpace.Choice CHOICE = new SearchSpace.Choice("loss",
            List.of("squared", "huber", "absolute", "log_cosh", "poisson", "tweedie"), "squared", false);

    private LossChoice() { }

    /// What a person may choose about the loss.
    static List<SearchSpace.Parameter> parameters(DataShape shape) {
        return shape.task().isClassification() ? List.of() : List.of(CHOICE, TargetScale.CHOICE);
    }

    static Loss of(Target target, Hyperparameters hyperparameters) {
        Loss even = even(target, hyperparameters);
        return target.isWeighted() ? new WeightedLoss(even, target) : even;
    }

    private static Loss even(Target target, Hyperparameters hyperparameters) {
        return switch (target.task()) {
            case BINARY -> new LogisticLoss(target);
            case MULTICLASS -> new SoftmaxLoss(target);
            case REGRESSION -> {
                TargetScale scale = TargetScale.of(target, hyperparameters.choice("target"));
                Optional<PointLoss> deviance = deviance(hyperparameters.choice("loss"), target);
                yield deviance.map(point -> new NumberLoss(point, target, target.toArray(), Link.EXP)).orElseGet(() ->
                        new NumberLoss(point(hyperparameters.choice("loss"), scale.values()), target, scale.values(), scale.link()));
            }
        };
    }

    // Losses of counts and amounts have a scale of their own; where some value is below 0 they mean nothing.
    private static Optional<PointLoss> deviance(String name, Target target) {
        double[] values = target.toArray();
        boolean amounts = Arrays.stream(values).allMatch(value -> value >= 0) && Arrays.stream(values).sum() > 0;
        return switch (name) {
            case "poisson" -> amounts ? Optional.of(new PointLoss.Poisson()) : Optional.empty();
            case "tweedie" -> amounts ? Optional.of(new PointLoss.Tweedie(1.5)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    // A quantile stays one on any scale that keeps the order. What is left are losses of amounts where they mean nothing.
    private static PointLoss other(AskedLoss loss) {
        return loss.isQuantile() ? new PointLoss.Quantile(loss.level()) : new PointLoss.Squared();
    }

    // Bounds between small and large errors are taken from the target's own spread.
    private static PointLoss point(String name, double[] values) {
        double spread = 0.741 * (PointLoss.quantile(values.clone(), values.length, 0.75)
                - PointLoss.quantile(values.clone(), values.length, 0.25));
        double unit = spread > 0 ? spread / 2 : 1;
        return switch (name) {
            case "huber" -> new PointLoss.Huber(unit);
            case "log_cosh" -> new PointLoss.LogCosh(unit);
            case "absolute" -> new PointLoss.Quantile(0.5);
            case "squared" -> new PointLoss.Squared();
            default -> other(AskedLoss.parse(name));
        };
    }
}
