package lathe.views.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.engine.derive.ColumnNames;

/// A condition as what a person wrote and the clauses that findings have added to it, one for each column.
final class Clauses {

    private static final String AND = " and ";
    private static final String BEGIN = "(missing(";
    private static final Pattern CLAUSE = Pattern.compile("\\(missing\\((`[^`]*`|[^()`]*)\\) or [^()]*\\)");

    private final List<String> parts;

    private Clauses(List<String> parts) {
        this.parts = parts;
    }

    /// Rows whose number is missing or lies between these ends.
    ///
    /// @param low  smallest number; empty for no limit
    /// @param high largest number; empty for no limit, but not both
    static String within(String column, String low, String high) {
        String name = ColumnNames.written(column);
        String limits = Stream.of(low.isEmpty() ? "" : name + " >= " + low, high.isEmpty() ? "" : name + " <= " + high)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(AND));
        return "(missing(%s) or %s)".formatted(name, limits);
    }

    static Clauses of(String condition) {
        List<String> parts = new ArrayList<>(List.of(condition.split(Pattern.quote(AND + BEGIN), -1)));
        for (int i = 1; i < parts.size(); i++) {
            parts.set(i, BEGIN + parts.get(i));
        }
        boolean ours = parts.stream().skip(1).allMatch(part -> CLAUSE.matcher(part).matches());
        return new Clauses(ours ? parts : List.of(condition));
    }

    boolean holds(String clause) {
        return parts.contains(clause);
    }

    /// The condition with one clause more.
    String with(String clause) {
        String first = parts.getFirst();
        boolean open = first.contains(" or ") && !CLAUSE.matcher(first).matches() && !isInBrackets(first);
        return Stream.of(Stream.of(open ? "(" + first + ")" : first), parts.stream().skip(1), Stream.of(clause)).flatMap(part -> part)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(AND));
    }

    String without(String clause) {
        return parts.stream().filter(part -> !part.equals(clause)).collect(Collectors.joining(AND));
    }

    private static boolean isInBrackets(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth <= 0 && i < text.length() - 1) {
                return false;
            }
        }
        return depth == 0 && !text.isEmpty();
    }
}
