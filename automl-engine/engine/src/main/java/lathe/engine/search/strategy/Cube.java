package lathe.engine.search.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Parameter;

/// A search space as the unit cube: each hyperparameter that a search may draw is one axis from 0 to 1.
///
/// @param space it stands for
/// @param axes  its hyperparameters, in order
record Cube(SearchSpace space, List<Parameter> axes) {

    private static final double STEP = 0.15;
    private static final double CHANGED = 2.5;

    static Cube of(SearchSpace space) {
        return new Cube(space, space.parameters().stream()
                .filter(parameter -> !(parameter instanceof Choice choice) || choice.drawn()).toList());
    }

    double[] point(Hyperparameters hyperparameters) {
        return axes.stream().mapToDouble(axis -> axis.toUnit(hyperparameters.values().getOrDefault(axis.name(),
                axis.defaultValue()))).toArray();
    }

    /// @param rest what hyperparameters without an axis are taken from
    Hyperparameters at(double[] point, Hyperparameters rest) {
        Map<String, Object> values = new HashMap<>(rest.values());
        for (int i = 0; i < point.length; i++) {
            values.put(axes.get(i).name(), axes.get(i).fromUnit(point[i]));
        }
        return space.check(new Hyperparameters(values));
    }

    /// A few axes changed by about a seventh of their length.
    Hyperparameters near(Hyperparameters from, RandomGenerator random) {
        double[] point = point(from);
        boolean[] moved = new boolean[point.length];
        if (point.length > 0) {
            moved[random.nextInt(point.length)] = true;
        }
        for (int i = 0; i < point.length; i++) {
            if (moved[i] || random.nextDouble() < (CHANGED - 1) / point.length) {
                point[i] = axes.get(i) instanceof Choice ? random.nextDouble()
                        : Math.clamp(point[i] + STEP * random.nextGaussian(), 0.0, 1.0);
            }
        }
        return at(point, from);
    }
}
