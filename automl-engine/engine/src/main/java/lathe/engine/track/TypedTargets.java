package lathe.engine.track;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Values that people typed for rows without a target.
///
/// @param targets by name of the target column, then by the row's key, see [lathe.engine.data.RowKeys]; sorted
public record TypedTargets(Map<String, Map<String, String>> targets) {

    /// Nothing typed.
    public static final TypedTargets NONE = new TypedTargets(Map.of());

    /// @throws IllegalArgumentException if a value is blank
    public TypedTargets {
        Map<String, Map<String, String>> all = new TreeMap<>();
        targets.forEach((target, values) -> {
            values.forEach((row, value) -> {
                if (value.isBlank()) {
                    throw new IllegalArgumentException("a typed target must have a value, that of row '%s' had none".formatted(row));
                }
            });
            if (!values.isEmpty()) {
                all.put(target, Collections.unmodifiableMap(new TreeMap<>(values)));
            }
        });
        targets = Collections.unmodifiableMap(all);
    }

    /// What was typed for one target, by the row's key.
    public Map<String, String> of(String target) {
        return targets.getOrDefault(target, Map.of());
    }

    /// What was typed for one target, and nothing else.
    public TypedTargets only(String target) {
        return new TypedTargets(Map.of(target, of(target)));
    }

    public boolean holdsNothing() {
        return targets.isEmpty();
    }

    /// @param values by key of their rows
    public TypedTargets with(String target, Map<String, String> values) {
        Map<String, String> changed = new TreeMap<>(of(target));
        changed.putAll(values);
        return with(changed, target);
    }

    public TypedTargets without(String target, String row) {
        Map<String, String> changed = new TreeMap<>(of(target));
        changed.remove(row);
        return with(changed, target);
    }

    private TypedTargets with(Map<String, String> values, String target) {
        Map<String, Map<String, String>> all = new TreeMap<>(targets);
        all.put(target, values);
        return new TypedTargets(all);
    }
}
