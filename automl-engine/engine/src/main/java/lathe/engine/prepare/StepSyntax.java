package lathe.engine.prepare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads and writes a step as `step(name=value, name=value)`. Names and values that hold one of the signs `( ) , = "` or begin or
/// end with a blank stand in double quotes, a quote within written twice.
final class StepSyntax {

    private static final String SIGNS = "(),=\"";

    private final String text;
    private int at;

    StepSyntax(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException if it is written otherwise
    StepWish read() {
        int open = text.indexOf('(');
        if (open < 0) {
            return StepWish.of(text.strip());
        }
        at = open + 1;
        return new StepWish(text.substring(0, open).strip(), pairs());
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        boolean more = !takes(')');
        while (more) {
            String name = word();
            require('=');
            if (pairs.putIfAbsent(name, word()) != null) {
                throw wrong("'%s' is set twice".formatted(name));
            }
            more = takes(',');
            if (!more) {
                require(')');
            }
        }
        passBlanks();
        if (at < text.length()) {
            throw wrong("nothing may follow the bracket");
        }
        return pairs;
    }

    private String word() {
        if (takes('"')) {
            return quoted();
        }
        int from = at;
        while (at < text.length() && SIGNS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at).strip();
        if (word.isEmpty()) {
            throw wrong("a name or a value is missing");
        }
        return word;
    }

    private String quoted() {
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            char sign = text.charAt(at++);
            if (sign != '"') {
                word.append(sign);
            } else if (at < text.length() && text.charAt(at) == '"') {
                word.append(text.charAt(at++));
            } else {
                return word.toString();
            }
        }
        throw wrong("a quote is not closed");
    }

    private void passBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean takes(char sign) {
        passBlanks();
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }

    private void require(char sign) {
        if (!takes(sign)) {
            throw wrong("'%s' is missing".formatted(sign));
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("a step must be written like bins(count=8), was '%s': %s at character %d".formatted(text, what, at + 1));
    }

    static String write(StepWish wish) {
        return wish.values().isEmpty() ? wish.step() : wish.values().entrySet().stream()
                .map(each -> written(each.getKey()) + "=" + written(each.getValue())).collect(Collectors.joining(", ", wish.step() + "(", ")"));
    }

    private static String written(String word) {
        boolean plain = !word.isEmpty() && word.equals(word.strip()) && word.chars().noneMatch(sign -> SIGNS.indexOf(sign) >= 0);
        return plain ? word : '"' + word.replace("\"", "\"\"") + '"';
    }
}
