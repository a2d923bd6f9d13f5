package lathe.engine.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The values a learner's hyperparameters may take, with their defaults.
///
/// @param parameters one for each hyperparameter
public record SearchSpace(List<Parameter> parameters) {

    /// One hyperparameter: its name, its allowed values, its default.
    public sealed interface Parameter permits Whole, Real, Choice {
        String name();

        Object defaultValue();

        Object draw(RandomGenerator random);

        boolean allows(Object value);

        /// Where an allowed value stands on the way from the lowest to the highest, in [0, 1].
        double toUnit(Object value);

        /// The value that stands there.
        Object fromUnit(double unit);
    }

    /// A whole number in [low, high], drawn uniformly, or on the logarithm if `log`.
    public record Whole(String name, int low, int high, int preset, boolean log) implements Parameter {
        @Override
        public Object defaultValue() {
            return (double) preset;
        }

        @Override
        public Object draw(RandomGenerator random) {
            double drawn = log ? logUniform(random, low, high + 1.0) : low + random.nextDouble() * (high + 1.0 - low);
            return (double) Math.min(high, (int) drawn);
        }

        @Override
        public boolean allows(Object value) {
            return value instanceof Double number && number >= low && number <= high && number == Math.rint(number);
        }

        @Override
        public double toUnit(Object value) {
            return unit((double) value, low, high, log);
        }

        @Override
        public Object fromUnit(double unit) {
            return Math.clamp(Math.rint(value(unit, low, high, log)), (double) low, (double) high);
        }
    }

    /// A number in [low, high], drawn uniformly, or on the logarithm if `log`.
    public record Real(String name, double low, double high, double preset, boolean log) implements Parameter {
        @Override
        public Object defaultValue() {
            return preset;
        }

        @Override
        public Object draw(RandomGenerator random) {
            return log ? logUniform(random, low, high) : low + random.nextDouble() * (high - low);
        }

        @Override
        public boolean allows(Object value) {
            return value instanceof Double number && number >= low && number <= high;
        }

        @Override
        public double toUnit(Object value) {
            return unit((double) value, low, high, log);
        }

        @Override
        public Object fromUnit(double unit) {
            return Math.clamp(value(unit, low, high, log), low, high);
        }
    }

    /// One of a few words; half of the draws give the preset, the others any of them.
    ///
    /// @param drawn whether a search draws it at all; otherwise only a person changes it
    public record Choice(String name, List<String> options, String preset, boolean drawn) implements Parameter {
        public Choice {
            options = List.copyOf(options);
        }

        public Choice(String name, List<String> options, String preset) {
            this(name, options, preset, true);
        }

        @Override
        public Object defaultValue() {
            return preset;
        }

        @Override
        public Object draw(RandomGenerator random) {
            return !drawn || random.nextBoolean() ? preset : options.get(random.nextInt(options.size()));
        }

        @Override
        public boolean allows(Object value) {
            return value instanceof String text && options.contains(text);
        }

        @Override
        public double toUnit(Object value) {
            return (options.indexOf((String) value) + 0.5) / options.size();
        }

        @Override
        public Object fromUnit(double unit) {
            return options.get(Math.clamp((int) (unit * options.size()), 0, options.size() - 1));
        }
    }

    public SearchSpace {
        parameters = List.copyOf(parameters);
    }

    private static double unit(double value, double low, double high, boolean log) {
        if (low == high) {
            return 0;
        }
        return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    private static double value(double unit, double low, double high, boolean log) {
        return log ? low * Math.pow(high / low, unit) : low + unit * (high - low);
    }

    private static double logUniform(RandomGenerator random, double low, double high) {
        return Math.exp(Math.log(low) + random.nextDouble() * (Math.log(high) - Math.log(low)));
    }

    public Hyperparameters defaults() {
        Map<String, Object> values = new HashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
        return new Hyperparameters(values);
    }

    public Hyperparameters draw(RandomGenerator random) {
        Map<String, Object> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            values.put(parameter.name(), parameter.draw(random));
        }
        return new Hyperparameters(values);
    }

    /// Defaults with some values replaced.
    public Hyperparameters with(Map<String, Object> changes) {
        Map<String, Object> values = new HashMap<>(defaults().values());
        values.putAll(changes);
        return check(new Hyperparameters(values));
    }

    /// @throws IllegalArgumentException naming an unknown, missing or disallowed value
    public Hyperparameters check(Hyperparameters hyperparameters) {
        Map<String, Object> rest = new HashMap<>(hyperparameters.values());
        for (Parameter parameter : parameters) {
            Object value = rest.remove(parameter.name());
            if (value == null || !parameter.allows(value)) {
                throw new IllegalArgumentException("hyperparameter %s does not allow %s".formatted(parameter, value));
            }
        }
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("unknown hyperparameters " + rest.keySet());
        }
        return hyperparameters;
    }
}
