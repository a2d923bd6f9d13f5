package lathe.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import lathe.scoring.FieldType;
import lathe.scoring.Table;
import org.jspecify.annotations.Nullable;

/// Decides type, format and missing tokens of one column, over all its rows.
///
/// A number or date column has no unreadable cell; one with a few stays category or text and a note names them. Text is
/// told from categories by AutoGluon's rule: three words or more on average, and more than 1 % of the rows different.
final class ColumnTyping {

    private static final double TEXT_WORDS = 3;
    private static final double TEXT_SHARE = 0.01;
    private static final double NEARLY_ALL = 0.9;
    private static final List<String> BOOLEAN_PAIRS = List.of("yes|no", "y|n", "1|0", "t|f", "ja|nein", "j|n", "on|off");
    private static final int PROBES = 200;

    private final String name;
    private final TextCells cells;
    private final Set<String> extraTokens;
    private final NumberEvidence numbers;
    private final List<ImportNote> notes = new ArrayList<>();
    private final List<ImportQuestion> questions = new ArrayList<>();

    ColumnTyping(String name, TextCells cells, Set<String> extraTokens, NumberEvidence numbers) {
        this.name = name;
        this.cells = cells;
        this.extraTokens = extraTokens;
        this.numbers = numbers;
    }

    ColumnDecision decide(String fileMark, String separator) {
        if (any(CellKind.LIST) || hasListText()) {
            return decision(FieldType.LIST, "", MissingWords::always);
        }
        if (numbers.numeric() && numbers.codes() == 0 && numbers.tooLarge() == 0) {
            return number(fileMark, separator);
        }
        noteWhyNoNumber();
        if (numbers.numeric()) {
            return words();
        }
        if (all(CellKind.BOOLEAN, Set.of("true", "false")::contains)) {
            return decision(FieldType.BOOLEAN, "", MissingWords::always);
        }
        DateChoice dates = dates();
        if (dates != null) {
            return decision(FieldType.DATE, dates.style.format(), MissingWords::amongNumbers);
        }
        return words();
    }

    private ColumnDecision number(String fileMark, String separator) {
        NumberStyle style = numbers.style(fileMark, separator);
        if (numbers.twoWays() > 0 && numbers.mark().isEmpty() && fileMark.isEmpty()) {
            ask(ImportQuestion.Kind.DECIMAL_MARK, "decimal-mark-assumed", decimalReadings(style), style.format());
        }
        if (numbers.infinite() > 0) {
            note("infinity", "Column '%s' has cells for infinity; they count as missing.".formatted(name));
        }
        return decision(FieldType.NUMBER, style.format(),
                text -> MissingWords.amongNumbers(text) || MissingWords.infinity(text));
    }

    private void ask(ImportQuestion.Kind kind, String code, List<ImportQuestion.Reading> readings, String taken) {
        ImportQuestion question = new ImportQuestion(kind, name, readings, taken);
        questions.add(question);
        note(code, question.sentence());
    }

    private List<ImportQuestion.Reading> decimalReadings(NumberStyle taken) {
        NumberStyle point = taken == NumberStyle.COMMA ? NumberStyle.POINT : taken;
        String example = example(text -> point.parse(text) != NumberStyle.COMMA.parse(text)
                && !Double.isNaN(NumberStyle.POINT.parse(text)) && !Double.isNaN(NumberStyle.COMMA.parse(text)));
        return List.of(new ImportQuestion.Reading(point.format(), example, NumberStyle.write(NumberStyle.POINT.parse(example))),
                new ImportQuestion.Reading(NumberStyle.COMMA.format(), example, NumberStyle.write(NumberStyle.COMMA.parse(example))));
    }

    private List<ImportQuestion.Reading> dateReadings(DateStyle one, DateStyle two) {
        String example = example(text -> !one.canonical(text).equals(two.canonical(text)));
        return List.of(new ImportQuestion.Reading(one.format(), example, one.canonical(example)),
                new ImportQuestion.Reading(two.format(), example, two.canonical(example)));
    }

    /// The first cell that shows the difference, or the first cell if none does.
    private String example(Predicate<String> telling) {
        String first = "";
        for (int level = 0; level < cells.levels(); level++) {
            String text = cells.text(level);
            if (cells.kind(level) != CellKind.TEXT || !isValue(level, MissingWords::amongNumbers)) {
                continue;
            }
            if (telling.test(text)) {
                return text;
            }
            first = first.isEmpty() ? text : first;
        }
        return first;
    }

    private void noteWhyNoNumber() {
        if (numbers.values() == 0) {
            note("column-empty", "Column '%s' has no values.".formatted(name));
        } else if (numbers.numeric() && numbers.codes() > 0) {
            note("leading-zeros", "Column '%s' has whole numbers with leading zeros; they are read as codes, not as numbers.".formatted(name));
        } else if (numbers.numeric()) {
            note("number-too-large", "Column '%s' has whole numbers beyond 2^53; they are read as codes, not as numbers.".formatted(name));
        } else if (numbers.invalid() == 0) {
            note("mixed-decimal-marks", "Column '%s' has numbers with a decimal point and numbers with a decimal comma; it is read as text."
                    .formatted(name));
        } else if (numbers.invalid() < (1 - NEARLY_ALL) * numbers.values()) {
            note("almost-number", "Column '%s' is all numbers but for %d texts (%s); it is read as categories. If they mean 'no value', say so or set its type to number."
                    .formatted(name, numbers.invalid(), quoted(numbers.examples())));
        }
    }

    private static String quoted(List<String> examples) {
        List<String> shown = new ArrayList<>();
        for (String example : examples) {
            shown.add("'" + (example.length() > 40 ? example.substring(0, 40) + "..." : example) + "'");
        }
        return String.join(", ", shown);
    }

    private record DateChoice(DateStyle style, int unread, List<String> examples) { }

    /// Null if the column is no date column.
    private @Nullable DateChoice dates() {
        if (any(CellKind.NUMBER) || any(CellKind.BOOLEAN)) {
            return null;
        }
        List<DateStyle> candidates = new ArrayList<>();
        candidates.add(DateStyle.ISO);
        candidates.addAll(DateStyle.known());
        DateChoice best = null;
        for (DateStyle style : candidates) {
            if (unread(style, PROBES).unread > Math.min(PROBES, cells.levels()) * (1 - NEARLY_ALL)) {
                continue;
            }
            DateChoice choice = unread(style, cells.levels());
            if (best == null || choice.unread < best.unread) {
                best = choice;
            } else if (best.unread == 0 && choice.unread == 0 && best.style.swaps(style)) {
                ask(ImportQuestion.Kind.DATE_ORDER, "date-order-assumed", dateReadings(best.style, style), best.style.format());
            }
        }
        int values = best == null ? 0 : dateValues();
        if (best != null && best.unread > 0 && values > 0 && best.unread < (1 - NEARLY_ALL) * values) {
            note("almost-date", "Column '%s' is all dates but for %d texts (%s); it is read as categories. Set its type to date to read these as missing."
                    .formatted(name, best.unread, quoted(best.examples)));
        }
        return best == null || best.unread > 0 || values == 0 ? null : best;
    }

    private int dateValues() {
        int values = 0;
        for (int level = 0; level < cells.levels(); level++) {
            values += isValue(level, MissingWords::amongNumbers) ? 1 : 0;
        }
        return values;
    }

    private DateChoice unread(DateStyle style, int levels) {
        int unread = 0;
        List<String> examples = new ArrayList<>();
        for (int level = 0; level < Math.min(levels, cells.levels()); level++) {
            if (!isValue(level, MissingWords::amongNumbers) || cells.kind(level) == CellKind.DATE) {
                continue;
            }
            if (style.canonical(cells.text(level)).isEmpty()) {
                unread++;
                if (examples.size() < 5) {
                    examples.add(cells.text(level));
                }
            }
        }
        return new DateChoice(style, unread, examples);
    }

    private ColumnDecision words() {
        long words = 0;
        long rows = 0;
        int distinct = 0;
        int[] counts = cells.counts();
        for (int level = 0; level < counts.length; level++) {
            if (isValue(level, MissingWords::always)) {
                words += (long) counts[level] * wordsIn(cells.text(level));
                rows += counts[level];
                distinct++;
            }
        }
        boolean text = rows > 0 && words >= TEXT_WORDS * rows && distinct > TEXT_SHARE * rows;
        boolean signs = hasText("+");
        return decision(text ? FieldType.TEXT : FieldType.CATEGORY, "",
                token -> MissingWords.always(token) && !(signs && token.strip().equals("-")));
    }

    private static int wordsIn(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            words += !blank && !inside ? 1 : 0;
            inside = !blank;
        }
        return words;
    }

    private boolean isValue(int level, Predicate<String> missing) {
        String text = cells.text(level);
        return !extraTokens.contains(text) && !(cells.kind(level) == CellKind.TEXT && missing.test(text));
    }

    private boolean any(CellKind kind) {
        for (int level = 0; level < cells.levels(); level++) {
            if (cells.kind(level) == kind) {
                return true;
            }
        }
        return false;
    }

    private boolean hasText(String wanted) {
        for (int level = 0; level < cells.levels(); level++) {
            if (cells.text(level).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasListText() {
        for (int level = 0; level < cells.levels(); level++) {
            if (cells.text(level).contains(Table.LIST_SEPARATOR)) {
                return true;
            }
        }
        return false;
    }

    private boolean all(CellKind kind, Predicate<String> text) {
        int values = 0;
        for (int level = 0; level < cells.levels(); level++) {
            if (isValue(level, MissingWords::amongNumbers)) {
                values++;
                if (cells.kind(level) != kind && !(cells.kind(level) == CellKind.TEXT && text.test(cells.text(level)))) {
                    return false;
                }
            }
        }
        return values > 0;
    }

    /// The type is the user's; only format and missing tokens are found, the format unless given.
    ColumnDecision forced(FieldType type, String format, String fileMark, String separator) {
        String used = format;
        if (format.isEmpty() && type == FieldType.NUMBER) {
            used = numbers.style(fileMark, separator).format();
        }
        if (format.isEmpty() && type == FieldType.DATE) {
            used = bestDateFormat();
        }
        if (format.isEmpty() && type == FieldType.BOOLEAN) {
            used = booleanFormat();
        }
        boolean words = type == FieldType.CATEGORY || type == FieldType.TEXT || type == FieldType.LIST;
        return decision(type, used, words ? MissingWords::always
                : text -> MissingWords.amongNumbers(text) || MissingWords.infinity(text));
    }

    private String bestDateFormat() {
        DateChoice best = unread(DateStyle.ISO, cells.levels());
        for (DateStyle style : DateStyle.known()) {
            DateChoice choice = unread(style, cells.levels());
            best = choice.unread < best.unread ? choice : best;
        }
        return best.style.format();
    }

    private String booleanFormat() {
        for (String pair : BOOLEAN_PAIRS) {
            List<String> two = List.of(pair.split("\\|"));
            if (all(CellKind.BOOLEAN, text -> two.contains(text.strip().toLowerCase(Locale.ROOT)))) {
                return pair;
            }
        }
        return "";
    }

    private ColumnDecision decision(FieldType type, String format, Predicate<String> missing) {
        Set<String> tokens = new HashSet<>();
        for (int level = 0; level < cells.levels(); level++) {
            if (!isValue(level, missing)) {
                tokens.add(cells.text(level));
            }
        }
        return new ColumnDecision(type, format, tokens.stream().sorted().toList(), List.copyOf(notes), List.copyOf(questions));
    }

    private void note(String code, String sentence) {
        notes.add(new ImportNote(code, name, sentence));
    }
}
