package lathe.engine.track;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.engine.data.NumberStyle;
import lathe.engine.profile.Limit;
import lathe.engine.profile.Thresholds;

/// What a person has decided about the table between reading and learning: columns derived from others, and which rows to
/// learn from. Scoring derives the columns too, and answers every row.
///
/// @param derived    expression by name of the new column, in order; each may read those before it
/// @param where      condition that rows to learn from meet; empty for all rows
/// @param duplicates `remove` keeps the first of rows that are equal in every column; empty keeps all
/// @param contradictions `remove` leaves out rows that are equal in every feature but differ in the target; empty keeps them
/// @param unusualRows `remove` leaves out rows unlike all others in their numbers, `remove beyond 8` those farther than the limit
///                    `row_distance` of 8; empty keeps them
public record TableChoice(Map<String, String> derived, String where, String duplicates, String contradictions, String unusualRows) {

    public static final String REMOVE = "remove";

    private static final String BEYOND = REMOVE + " beyond ";
    private static final Pattern UNUSUAL = Pattern.compile("|" + REMOVE + "|" + BEYOND + "(\\d{1,20}(?:\\.\\d{1,20})?)");

    /// The table as it was read.
    public static final TableChoice NONE = new TableChoice(Map.of(), "", "", "", "");

    /// @throws IllegalArgumentException if a name or an expression is blank, or the word about rows is unknown
    public TableChoice {
        derived = Collections.unmodifiableMap(new LinkedHashMap<>(derived));
        derived.forEach((name, expression) -> {
            if (name.isBlank() || expression.isBlank()) {
                throw new IllegalArgumentException("a derived column needs a name and an expression, had '%s' and '%s'".formatted(name, expression));
            }
        });
        require("duplicates", duplicates);
        require("contradictions", contradictions);
        if (!isUnusualRows(unusualRows)) {
            throw new IllegalArgumentException("unusualRows must be empty, remove, or such as remove beyond 8, was '%s'".formatted(unusualRows));
        }
    }

    /// Whether it is something that can be said about unusual rows.
    public static boolean isUnusualRows(String word) {
        Matcher matcher = UNUSUAL.matcher(word);
        return matcher.matches() && (matcher.group(1) == null || Double.parseDouble(matcher.group(1)) > 0);
    }

    /// What leaves out unusual rows as the finding with such limits tells of them.
    public static String unusualRows(Thresholds limits) {
        double distance = limits.of(Limit.ROW_DISTANCE);
        return distance == Limit.ROW_DISTANCE.usual() ? REMOVE : BEYOND + NumberStyle.write(distance);
    }

    /// Distance from which on rows are unusual, as [Limit#ROW_DISTANCE].
    public double unusualDistance() {
        return unusualRows.startsWith(BEYOND) ? Double.parseDouble(unusualRows.substring(BEYOND.length())) : Limit.ROW_DISTANCE.usual();
    }

    private static void require(String name, String word) {
        if (!word.isEmpty() && !word.equals(REMOVE)) {
            throw new IllegalArgumentException("%s must be empty or remove, was '%s'".formatted(name, word));
        }
    }

    /// Whether rows that repeat an earlier one are left out.
    public boolean removesDuplicates() {
        return duplicates.equals(REMOVE);
    }

    /// Whether rows that contradict another are left out.
    public boolean removesContradictions() {
        return contradictions.equals(REMOVE);
    }

    /// Whether rows unlike all others are left out.
    public boolean removesUnusualRows() {
        return !unusualRows.isEmpty();
    }

    /// Whether some rows may be left out.
    public boolean choosesRows() {
        return !where.isEmpty() || removesDuplicates() || removesContradictions() || removesUnusualRows();
    }

    /// With a column at the end, or with another expression in its place.
    public TableChoice withDerived(String name, String expression) {
        Map<String, String> changed = new LinkedHashMap<>(derived);
        changed.put(name, expression);
        return new TableChoice(changed, where, duplicates, contradictions, unusualRows);
    }

    public TableChoice withoutDerived(String name) {
        Map<String, String> changed = new LinkedHashMap<>(derived);
        changed.remove(name);
        return new TableChoice(changed, where, duplicates, contradictions, unusualRows);
    }

    public TableChoice withWhere(String condition) {
        return new TableChoice(derived, condition, duplicates, contradictions, unusualRows);
    }

    public TableChoice withDuplicates(String policy) {
        return new TableChoice(derived, where, policy, contradictions, unusualRows);
    }

    public TableChoice withContradictions(String policy) {
        return new TableChoice(derived, where, duplicates, policy, unusualRows);
    }

    public TableChoice withUnusualRows(String policy) {
        return new TableChoice(derived, where, duplicates, contradictions, policy);
    }
}
