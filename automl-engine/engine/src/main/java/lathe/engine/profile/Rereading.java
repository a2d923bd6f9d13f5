package lathe.engine.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.engine.data.NumberStyle;
import lathe.scoring.CellParser;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import lathe.scoring.StringColumn;

/// What would come of reading a column of texts by another format: said before anybody chooses it.
///
/// @param format  as in [Field]
/// @param values  canonical number or date of each text that is understood
/// @param lost    texts that are not
/// @param rows    how many hold a text
/// @param missing of these, how many would be missing
record Rereading(FieldType type, String format, Map<String, String> values, List<String> lost, int rows, int missing) {

    private static final int MOST_EXAMPLES = 3;

    static Rereading of(StringColumn texts, FieldType type, String format) {
        CellParser parser = new CellParser(new Field("column", type, Role.FEATURE, format, List.of()));
        int[] counts = FieldProfile.counts(texts);
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lost = new ArrayList<>();
        int rows = 0;
        int missing = 0;
        for (int level = 0; level < counts.length; level++) {
            if (counts[level] == 0) {
                continue;
            }
            String text = texts.levels().get(level);
            String value = read(parser, text);
            rows += counts[level];
            if (value.isEmpty()) {
                lost.add(text);
                missing += counts[level];
            } else {
                values.put(text, value);
            }
        }
        return new Rereading(type, format, values, lost, rows, missing);
    }

    private static String read(CellParser parser, String text) {
        if (parser.field().type() != FieldType.NUMBER) {
            String date = parser.text(text);
            return date == null ? "" : date;
        }
        double value = parser.number(text);
        return Double.isFinite(value) ? NumberStyle.write(value) : "";
    }

    /// Readings by a decimal point and a decimal comma: the one that understands more, or both where the texts leave it open.
    ///
    /// @param rest of the format, behind the mark
    static List<Rereading> ofNumbers(StringColumn texts, String rest) {
        Rereading point = of(texts, FieldType.NUMBER, "." + rest);
        Rereading comma = of(texts, FieldType.NUMBER, "," + rest);
        if (point.missing != comma.missing) {
            return List.of(point.missing < comma.missing ? point : comma);
        }
        return point.values.equals(comma.values) ? List.of(point) : List.of(point, comma);
    }

    /// The first text that another reading understands in another way; empty if there is none.
    String openText(Rereading other) {
        return values.keySet().stream().filter(text -> other.values.containsKey(text) && !value(text).equals(other.value(text))).findFirst().orElse("");
    }

    String value(String text) {
        return values.getOrDefault(text, "");
    }

    double understood() {
        return rows == 0 ? 0 : 1 - missing / (double) rows;
    }

    /// Offers each of some readings of which at most one can be right.
    static Treatment[] offered(List<Rereading> readings) {
        String open = readings.size() < 2 ? "" : readings.getFirst().openText(readings.getLast());
        return readings.stream().map(each -> Treatment.reading(each.type, each.format, open, each.value(open)))
                .toArray(Treatment[]::new);
    }

    /// What it would cost, to be put behind the sentence of a finding.
    String cost() {
        return missing == 0 ? "none would be missing" : String.format(Locale.ROOT, "%,d of %,d would be missing (%s)", missing, rows, quoted(lost));
    }

    private static String quoted(List<String> texts) {
        return String.join(", ", texts.stream().limit(MOST_EXAMPLES).map(each -> "'" + Shown.of(each) + "'").toList())
                + (texts.size() > MOST_EXAMPLES ? ", ..." : "");
    }
}
