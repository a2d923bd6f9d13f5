package lathe.engine.prepare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lathe.scoring.Field;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// A step as a person asks for it. Written as `bins`, or `bins(count=8)` where something is set.
///
/// @param step   its id
/// @param values what is set, by name of the parameter
public record StepWish(String step, Map<String, String> values) {

    public StepWish {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// As it is usual.
    public static StepWish of(String step) {
        return new StepWish(step, Map.of());
    }

    /// @throws IllegalArgumentException if the text is not written as a step is
    public static StepWish parse(String text) {
        return new StepSyntax(text).read();
    }

    /// As it stands in project files; [#parse] reads it.
    public String text() {
        return StepSyntax.write(this);
    }

    /// With something set.
    ///
    /// @param value empty for what is usual
    public StepWish with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new StepWish(step, changed);
    }

    /// With one value more that is read as another, for a step that takes values: whatever was read as that value follows it, and where
    /// the other one is read as a third, so is the value.
    ///
    /// @param target empty, or the value itself, to leave it as it is
    public StepWish reading(String value, String target) {
        if (target.isEmpty() || target.equals(value)) {
            return with(value, "");
        }
        String third = values.getOrDefault(target, target);
        String end = third.equals(value) ? target : third;   // then the two change places
        StepWish changed = with(value, end).with(end, "");
        for (Map.Entry<String, String> each : values.entrySet()) {
            if (each.getValue().equals(value) && !each.getKey().equals(end)) {
                changed = changed.with(each.getKey(), end);
            }
        }
        return changed;
    }

    /// The step, ready to be fitted to a column.
    ///
    /// @param steps all there are
    /// @throws ProblemException if there is no such step for that type of column, or it cannot be set so
    public Step find(List<Step> steps, Field field) {
        Step found = steps.stream().filter(each -> each.id().equals(step) && each.accepts(field.type())).findFirst()
                .orElseThrow(() -> new ProblemException(new Problem("step-does-not-fit",
                        "A column of type %s cannot be prepared with the step '%s'.".formatted(field.type().name().toLowerCase(Locale.ROOT), step),
                        where(field), "Choose one of: %s.".formatted(steps.stream().filter(each -> each.accepts(field.type())).map(Step::id)
                                .collect(Collectors.joining(", "))))));
        values.forEach((name, value) -> check(found, field, name, value));
        try {
            return found.with(this);
        } catch (IllegalArgumentException refused) {
            throw cannotBeSet(field, String.valueOf(refused.getMessage()), "Change one of them.");
        }
    }

    private void check(Step found, Field field, String name, String value) {
        Optional<StepParameter> parameter = found.parameters().stream()
                .filter(each -> each.kind() == StepParameter.Kind.VALUES || each.name().equals(name)).findFirst();
        if (parameter.isEmpty()) {
            String known = found.parameters().stream().map(StepParameter::name).collect(Collectors.joining(", "));
            throw cannotBeSet(field, "it has no '%s'".formatted(name), known.isEmpty() ? "Nothing can be set there." : "It has: %s.".formatted(known));
        }
        parameter.get().problem(value).ifPresent(problem -> {
            throw cannotBeSet(field, "%s %s".formatted(name, problem), parameter.get().description());
        });
    }

    private ProblemException cannotBeSet(Field field, String what, String remedy) {
        return new ProblemException(new Problem("step-parameter", "The step '%s' cannot be set so: %s.".formatted(step, what), where(field), remedy));
    }

    private static String where(Field field) {
        return "column '%s'".formatted(field.name());
    }
}
