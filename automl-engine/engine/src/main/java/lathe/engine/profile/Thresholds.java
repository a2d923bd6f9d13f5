package lathe.engine.profile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// When something is worth a finding.
///
/// @param changed the limits that differ from their usual value, in their order
public record Thresholds(Map<Limit, Double> changed) {

    public static final Thresholds USUAL = new Thresholds(Map.of());

    /// @throws IllegalArgumentException if a limit cannot have its value
    public Thresholds {
        changed.forEach(Limit::require);
        Map<Limit, Double> sorted = new EnumMap<>(Limit.class);
        sorted.putAll(changed);
        sorted.entrySet().removeIf(each -> each.getValue() == each.getKey().usual());
        changed = Collections.unmodifiableMap(sorted);
    }

    /// The usual value counts as not changed.
    ///
    /// @throws IllegalArgumentException if the limit cannot have this value
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
