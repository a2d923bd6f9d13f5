package lathe.engine.profile;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Something noticed about a table.
///
/// @param code         stable lower-case id, for example `identifier`
/// @param severity     how much it matters
/// @param field        column it concerns; empty if it concerns the table
/// @param sentence     what was found, in plain words with the figures
/// @param others       further columns it concerns
/// @param figures      the numbers it rests on, by stable lower-case names
/// @param rows         places of up to [#MOST_EXAMPLES] example rows, from 0
/// @param values       up to [#MOST_EXAMPLES] example values
/// @param treatment    what a run does unless asked otherwise
/// @param alternatives what could be done instead, the first is the one to advise
public record Finding(String code, Severity severity, String field, String sentence, List<String> others,
                      Map<String, Double> figures, List<Integer> rows, List<String> values, Treatment treatment,
                      List<Treatment> alternatives) {

    public static final int MOST_EXAMPLES = 5;

    /// More than the examples are dropped.
    public Finding {
        others = List.copyOf(others);
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        rows = List.copyOf(rows.subList(0, Math.min(MOST_EXAMPLES, rows.size())));
        values = List.copyOf(values.subList(0, Math.min(MOST_EXAMPLES, values.size())));
        alternatives = List.copyOf(alternatives);
    }

    /// Without figures and examples; nothing is done about it.
    public Finding(String code, Severity severity, String field, String sentence) {
        this(code, severity, field, sentence, List.of(), Map.of(), List.of(), List.of(), Treatment.of(Treatment.Action.KEEP), List.of());
    }

    /// With one figure more.
    public Finding figure(String name, double value) {
        Map<String, Double> all = new TreeMap<>(figures);
        all.put(name, value);
        return new Finding(code, severity, field, sentence, others, all, rows, values, treatment, alternatives);
    }

    Finding withSentence(String other) {
        return new Finding(code, severity, field, other, others, figures, rows, values, treatment, alternatives);
    }

    public Finding withOthers(List<String> columns) {
        return new Finding(code, severity, field, sentence, columns, figures, rows, values, treatment, alternatives);
    }

    public Finding withRows(List<Integer> examples) {
        return new Finding(code, severity, field, sentence, others, figures, examples, values, treatment, alternatives);
    }

    public Finding withValues(List<String> examples) {
        return new Finding(code, severity, field, sentence, others, figures, rows, examples, treatment, alternatives);
    }

    /// As one that was made on a sample: says so, and names no rows, because their places would be those of the sample.
    ///
    /// @param size rows of the sample
    Finding ofSample(int size) {
        return new Finding(code, severity, field, String.format(Locale.ROOT, "%s (In a sample of %,d rows.)", sentence, size), others, figures, List.of(), values,
                treatment, alternatives).figure("sample-rows", size);
    }

    /// With what a run does, and what could be done instead.
    public Finding treated(Treatment byDefault, Treatment... instead) {
        return new Finding(code, severity, field, sentence, others, figures, rows, values, byDefault, Arrays.asList(instead));
    }

    /// As [#treated] where a run does nothing about it.
    public Finding kept(Treatment... instead) {
        return treated(Treatment.of(Treatment.Action.KEEP), instead);
    }
}
