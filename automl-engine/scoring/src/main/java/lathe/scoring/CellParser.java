package lathe.scoring;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the text of one cell by its [Field]: the one rule for import, prediction, `Scorer` and server.
///
/// Numbers, dates and booleans are read without surrounding blanks; categories, texts and lists are kept as they are.
/// An empty cell and a missing token are missing. Nothing is thrown for a bad cell, because a file may hold a million
/// of them. Immutable, safe for many threads.
public final class CellParser {

    /// What [#number] gives for a cell that is no number. Infinities are refused everywhere, so no value is lost.
    public static final double UNREADABLE = Double.POSITIVE_INFINITY;

    private static final String BLANKS = " \t\u00A0\u2007\u202F";

    private final Field field;
    private final Set<String> missingTexts;
    private final Set<Double> missingNumbers = new HashSet<>();
    private final NumberReading numbers;
    private final DateReading dates;
    private final BooleanText booleans;

    /// @throws IllegalArgumentException if the field's format is none of its type
    public CellParser(Field field) {
        this.field = field;
        missingTexts = Set.copyOf(field.missingTokens());
        numbers = NumberReading.of(field.type() == FieldType.NUMBER ? field.format() : "");
        dates = DateReading.of(field.type() == FieldType.DATE ? field.format() : "");
        booleans = new BooleanText(field.type() == FieldType.BOOLEAN ? field.format() : "");
        for (String token : field.missingTokens()) {
            double value = numbers.read(token);
            if (field.type().isNumber() && Double.isFinite(value)) {
                missingNumbers.add(value);
            }
        }
    }

    public Field field() {
        return field;
    }

    /// Whether cells that do not fit are missing, because the format was chosen for a column of mixed texts, of which some were
    /// not understood in training either.
    public boolean isLenient() {
        return numbers.isLenient() || dates.isLenient();
    }

    /// Reads a number cell: `NaN` for missing, [#UNREADABLE] if it is no finite number.
    public double number(String cell) {
        String text = strip(cell);
        if (text.isEmpty() || missingTexts.contains(text)) {
            return Double.NaN;
        }
        double value = numbers.read(text);
        // -999 and -999.0 are the same token
        return !missingNumbers.isEmpty() && missingNumbers.contains(value) ? Double.NaN : value;
    }

    /// Reads any cell but a number as canonical text: empty for missing, `null` if the cell does not fit the type.
    public @Nullable String text(String cell) {
        return switch (field.type()) {
            case NUMBER -> throw new IllegalArgumentException("field '%s' is a number, not a text".formatted(field.name()));
            case CATEGORY, TEXT, LIST -> missingTexts.contains(cell) ? "" : cell;
            case DATE -> {
                String text = strip(cell);
                yield text.isEmpty() || missingTexts.contains(text) ? "" : dates.read(text);
            }
            case BOOLEAN -> {
                String text = strip(cell);
                yield text.isEmpty() || missingTexts.contains(text) ? "" : booleans.read(text);
            }
        };
    }

    /// What a cell of this field must look like, for messages: "a number such as 1.234,5".
    public String expected() {
        return switch (field.type()) {
            case NUMBER -> numbers.expected();
            case DATE -> dates.expected();
            case BOOLEAN -> booleans.expected();
            case CATEGORY, TEXT -> "a text";
            case LIST -> "a list";
        };
    }

    private static String strip(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && BLANKS.indexOf(cell.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && BLANKS.indexOf(cell.charAt(end - 1)) >= 0) {
            end--;
        }
        return cell.substring(start, end);
    }
}
