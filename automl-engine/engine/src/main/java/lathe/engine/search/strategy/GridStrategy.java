package lathe.engine.search.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Parameter;
import lathe.engine.search.Ground;
import lathe.engine.search.Known;
import lathe.engine.search.Strategy;

/// Every combination of three values of each hyperparameter (default, low, high) or of all its words, learner by learner in
/// turn; the first hyperparameter changes fastest.
public final class GridStrategy implements Strategy {

    private static final double[] LOW_AND_HIGH = {1.0 / 6, 5.0 / 6};

    @Override
    public String id() {
        return "grid";
    }

    @Override
    public String description() {
        return "Three values of each hyperparameter in every combination.";
    }

    @Override
    public boolean beginsWithStarts() {
        return false;
    }

    @Override
    public Optional<Proposal> next(Ground ground, RandomGenerator random) {
        int left = ground.number();
        for (long combination = 0; ; combination++) {
            boolean some = false;
            for (Learner learner : ground.learners()) {
                Cube cube = Cube.of(ground.space(learner));
                if (cube.axes().isEmpty() || combination >= size(cube)) {
                    continue;
                }
                some = true;
                if (--left == 0) {
                    return Optional.of(new Proposal(learner, at(cube, combination)));
                }
            }
            if (!some) {
                return Optional.empty();
            }
        }
    }

    private static double size(Cube cube) {
        return cube.axes().stream().mapToDouble(axis -> values(axis).length).reduce(1, (a, b) -> a * b);
    }

    private static Hyperparameters at(Cube cube, long combination) {
        double[] point = new double[cube.axes().size()];
        long rest = combination;
        for (int i = 0; i < point.length; i++) {
            double[] values = values(cube.axes().get(i));
            point[i] = values[(int) (rest % values.length)];
            rest /= values.length;
        }
        return cube.at(point, cube.space().defaults());
    }

    // The default first, so that the first combination of each learner is its defaults.
    private static double[] values(Parameter axis) {
        double preset = axis.toUnit(axis.defaultValue());
        double[] others = axis instanceof Choice choice
                ? choice.options().stream().mapToDouble(choice::toUnit).toArray() : LOW_AND_HIGH;
        double[] values = new double[others.length + 1];
        values[0] = preset;
        int count = 1;
        for (double other : others) {
            if (!axis.fromUnit(other).equals(axis.fromUnit(preset))) {
                values[count++] = other;
            }
        }
        return Arrays.copyOf(values, count);
    }

    @Override
    public Optional<String> givesUp(String learner, List<Double> losses, List<Known> known) {
        return Optional.empty();
    }
}
