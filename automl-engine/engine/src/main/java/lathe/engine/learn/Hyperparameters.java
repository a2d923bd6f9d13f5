package lathe.engine.learn;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Values set before fitting, checked against the learner's [SearchSpace] that made them.
///
/// @param values by name: numbers (whole ones too) as `Double`, choices as `String`; sorted by name
public record Hyperparameters(Map<String, Object> values) {

    public static final Hyperparameters NONE = new Hyperparameters(Map.of());

    public Hyperparameters {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put(name, value instanceof Number number ? number.doubleValue() : value));
        values = Collections.unmodifiableMap(sorted);
    }

    /// With another value of one of them.
    ///
    /// @param value as in [#values]
    public Hyperparameters with(String name, Object value) {
        Map<String, Object> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new Hyperparameters(changed);
    }

    /// @throws IllegalArgumentException if there is no such number
    public double number(String name) {
        if (values.get(name) instanceof Double number) {
            return number;
        }
        throw new IllegalArgumentException("no number '%s' among %s".formatted(name, values.keySet()));
    }

    public int whole(String name) {
        return (int) Math.round(number(name));
    }

    /// @throws IllegalArgumentException if there is no such choice
    public String choice(String name) {
        if (values.get(name) instanceof String choice) {
            return choice;
        }
        throw new IllegalArgumentException("no choice '%s' among %s".formatted(name, values.keySet()));
    }
}
