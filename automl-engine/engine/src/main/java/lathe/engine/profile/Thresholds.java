package lathe.engine.profile;

import java.util.EnumMap;
import java.util.Map;

/// When something is worth a finding.
///
/// @param changed the limits that differ from their usual value
public record Thresholds(Map<Limit, Double> changed) {

    public static final Thresholds USUAL = new Thresholds(Map.of());

    /// @throws IllegalArgumentException if a limit is not a positive number
    public Thresholds {
        changed.forEach((limit, value) -> {
            if (!(value > 0) || value.isInfinite()) {
                throw new IllegalArgumentException("limit %s must be a positive number, was %s".formatted(limit, value));
            }
        });
        changed = Map.copyOf(changed);
    }

    /// @throws IllegalArgumentException if the value is not a positive number
    public Thresholds with(Limit limit, double value) {
        Map<Limit, Double> all = new EnumMap<>(Limit.class);
        all.putAll(changed);
        all.put(limit, value);
        return new Thresholds(all);
    }

    public double of(Limit limit) {
        return changed.getOrDefault(limit, limit.usual());
    }
}
