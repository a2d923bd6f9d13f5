package lathe.views.understand;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lathe.engine.flow.Examination;
import lathe.scoring.Field;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.pack.Manifest.InputFacts;

/// A column that can be moved in the what-if form.
///
/// @param field  its name and type
/// @param levels texts to choose from, the most frequent first; empty for numbers and free text
/// @param low    smallest number of the data; 0 if it is no number
/// @param high   largest number of the data, above `low`
/// @param whole  whether all its numbers are whole
record Input(Field field, List<String> levels, double low, double high, boolean whole) {

    private static final double NICEST_STEPS = 200;

    Input {
        levels = List.copyOf(levels);
    }

    String name() {
        return field.name();
    }

    static Input of(Examination examination, String name) {
        Field field = examination.rows().schema().field(name);
        InputFacts facts = examination.model().manifest().inputs().stream().filter(each -> each.name().equals(name))
                .findFirst().orElse(new InputFacts(name, List.of(), Double.NaN, Double.NaN, ""));
        return switch (examination.rows().column(name)) {
            case NumberColumn numbers -> number(field, facts, numbers.values());
            case StringColumn texts -> new Input(field, levels(field, facts, texts), 0, 1, false);
        };
    }

    private static Input number(Field field, InputFacts facts, double[] values) {
        double[] there = Arrays.stream(values).filter(Double::isFinite).toArray();
        double low = Double.isFinite(facts.low()) ? facts.low() : Arrays.stream(there).min().orElse(0);
        double high = Double.isFinite(facts.high()) ? facts.high() : Arrays.stream(there).max().orElse(1);
        boolean whole = there.length > 0 && Arrays.stream(there).allMatch(value -> value == Math.rint(value));
        return new Input(field, List.of(), low, high > low ? high : low + 1, whole);
    }

    private static List<String> levels(Field field, InputFacts facts, StringColumn texts) {
        return switch (field.type()) {
            case CATEGORY, BOOLEAN -> {
                // one spelling of each is enough: the most frequent, which comes first
                Map<String, String> all = new LinkedHashMap<>();
                Stream.concat(facts.levels().stream(), texts.levels().stream())
                        .forEach(level -> all.putIfAbsent(Cells.spelling(level), level));
                yield List.copyOf(all.values());
            }
            case NUMBER, TEXT, DATE, LIST -> List.of();
        };
    }

    /// Width of a step of its slider: 1, 2 or 5 times a power of ten, at least 1 for whole numbers.
    double step() {
        double raw = (high - low) / NICEST_STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double times = raw / power;
        double step = power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
        return whole ? Math.max(1, step) : step;
    }

    /// The value nearest to a place of the slider.
    double nearest(double place) {
        double rounded = Math.rint(place / step()) * step();
        // steps below 1 are powers of ten that have no exact double
        double clean = Double.parseDouble(String.format(Locale.ROOT, "%.10g", rounded));
        return Math.clamp(clean, low, high);
    }
}
