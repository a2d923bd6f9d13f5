package lathe.engine.data;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A row of units between the names and the data: `kg`, `EUR`, `[mm]`.
///
/// All its filled cells are units, in brackets or known ones, at least one of them stands above numbers, and none comes again
/// below it.
public final class UnitsRow {

    /// Rows below that are looked at.
    public static final int LOOKED_AT = 20;

    private static final Set<String> KNOWN = Set.of("kg", "g", "mg", "µg", "ug", "t", "lb", "lbs", "oz",
            "m", "cm", "mm", "µm", "um", "nm", "km", "in", "inch", "ft", "yd", "mi", "m2", "m²", "cm²", "km²", "ha", "m3", "m³", "cm³",
            "l", "ml", "dl", "hl", "gal", "s", "ms", "min", "h", "d", "sec", "hours", "days", "years", "yrs", "a",
            "eur", "usd", "chf", "gbp", "jpy", "€", "$", "£", "¥", "teur", "t€", "k€", "mio", "mio. eur", "%", "‰", "ppm", "ppb",
            "°c", "°f", "°", "k", "w", "kw", "mw", "kwh", "mwh", "wh", "j", "kj", "mj", "kcal", "cal", "v", "mv", "kv", "ma", "ohm", "ω", "hz",
            "khz", "mhz", "ghz", "bar", "mbar", "pa", "hpa", "kpa", "mpa", "psi", "rpm", "1/min", "u/min", "n", "kn", "nm/m",
            "km/h", "mph", "m/s", "m/s²", "l/h", "l/min", "m³/h", "kg/m³", "g/l", "mg/l", "mg/dl", "mmol/l", "g/kg", "eur/m²", "db", "dba",
            "lux", "lm", "bit", "byte", "kb", "mb", "gb", "tb", "pcs", "pc", "stk", "stück", "stk.", "count", "units");
    private static final Set<String> NO_UNIT = Set.of("-", "--", "–", "text", "string", "date", "datetime", "code", "id", "none", "n/a", "name");
    private static final int LONGEST = 24;
    private static final double MOSTLY = 0.8;

    private UnitsRow() {
    }

    /// The units by index of their columns; none if this is no row of units.
    ///
    /// @param cells of the first row below the names
    /// @param below the rows after it, some of them
    public static SortedMap<Integer, String> of(List<String> cells, List<List<String>> below) {
        SortedMap<Integer, String> units = new TreeMap<>();
        boolean aboveNumbers = false;
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).strip();
            if (text.isEmpty() || NO_UNIT.contains(text.toLowerCase(Locale.ROOT))) {
                continue;
            }
            String unit = unit(text);
            if (unit.isEmpty() || comesAgain(text, i, below)) {
                return Collections.emptySortedMap();
            }
            units.put(i, unit);
            aboveNumbers |= numbers(i, below);
        }
        return aboveNumbers ? units : Collections.emptySortedMap();
    }

    /// Empty if the text is no unit.
    private static String unit(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        boolean square = text.startsWith("[") && text.endsWith("]");
        boolean round = text.startsWith("(") && text.endsWith(")");
        String inner = square || round ? text.substring(1, text.length() - 1).strip() : text;
        boolean word = (square || round) && inner.chars().anyMatch(c -> Character.isLetter(c) || c == '%' || c == '€' || c == '$' || c == '°')
                && !MissingWords.amongNumbers(text) && !MissingWords.amongNumbers(inner);
        return word || KNOWN.contains(inner.toLowerCase(Locale.ROOT)) ? inner : "";
    }

    private static boolean comesAgain(String text, int column, List<List<String>> below) {
        return below.stream().anyMatch(row -> column < row.size() && row.get(column).strip().equals(text));
    }

    private static boolean numbers(int column, List<List<String>> below) {
        int filled = 0;
        int numbers = 0;
        for (List<String> row : below) {
            String text = column < row.size() ? row.get(column) : "";
            if (!MissingWords.amongNumbers(text)) {
                filled++;
                numbers += isNumber(text) ? 1 : 0;
            }
        }
        return filled > 0 && numbers >= MOSTLY * filled;
    }

    /// Whether a text is a number in some style.
    public static boolean isNumber(String text) {
        return !Double.isNaN(NumberStyle.POINT.parse(text)) || !Double.isNaN(NumberStyle.COMMA.parse(text));
    }
}
