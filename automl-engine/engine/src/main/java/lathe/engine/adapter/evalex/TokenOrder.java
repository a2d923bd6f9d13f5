package lathe.engine.adapter.evalex;

import com.ezylang.evalex.parser.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import lathe.engine.derive.ExpressionException;

/// Looks whether tokens can follow each other: values and operators in turn, commas in functions only.
final class TokenOrder {

    private final String text;
    private final Deque<Boolean> functions = new ArrayDeque<>();   // of the open brackets, whether each is a function's
    private boolean wantsValue = true;
    private boolean looseBefore = true;   // whether `not` may stand here

    private TokenOrder(String text) {
        this.text = text;
    }

    static void require(List<Token> tokens, String text) {
        TokenOrder order = new TokenOrder(text);
        for (int i = 0; i < tokens.size(); i++) {
            order.next(tokens.get(i), i > 0 && tokens.get(i - 1).getType() == Token.TokenType.FUNCTION);
        }
        if (order.wantsValue) {
            throw new ExpressionException(tokens.isEmpty() ? "The expression is empty." : "The expression ends too early.", text.length(),
                    text.length(), "A value, a name or a function belongs at its end.");
        }
        requireClearPowers(tokens, text);
    }

    private void next(Token token, boolean afterFunction) {
        switch (token.getType()) {
            case NUMBER_LITERAL, VARIABLE_OR_CONSTANT, FUNCTION, STRING_LITERAL -> {
                if (!wantsValue) {
                    throw wrong(token, "An operator is missing before '%s'.".formatted(shown(token)),
                            "Put +, -, *, /, and, or between them; names with blanks stand in backquotes, such as `monthly charge`.");
                }
                wantsValue = token.getType() == Token.TokenType.FUNCTION;
                looseBefore = false;
            }
            case BRACE_OPEN -> {
                if (!wantsValue) {
                    throw wrong(token, "An operator is missing before the bracket.", "Put +, -, * or / there.");
                }
                functions.push(afterFunction);
                looseBefore = true;
            }
            case BRACE_CLOSE -> {
                if (wantsValue) {
                    throw wrong(token, "A value is missing before the bracket.", "Put one there, or take the bracket away.");
                }
                functions.poll();
            }
            case COMMA -> comma(token);
            case PREFIX_OPERATOR -> prefix(token);
            case INFIX_OPERATOR -> {
                if (wantsValue) {
                    throw wrong(token, "A value is missing before '%s'.".formatted(shown(token)), "Put a number, a name or a function there.");
                }
                wantsValue = true;
                String word = token.getValue().toLowerCase(Locale.ROOT);
                looseBefore = List.of("and", "or", "&&", "||").contains(word);
            }
            default -> throw wrong(token, "'%s' is not understood here.".formatted(shown(token)), "Take it away.");
        }
    }

    private void prefix(Token token) {
        if (!wantsValue) {
            throw wrong(token, "An operator is missing before '%s'.".formatted(shown(token)), "Put and or or there.");
        }
        String word = token.getValue().toLowerCase(Locale.ROOT);
        boolean not = word.equals("not") || word.equals("!");
        if (not && !looseBefore) {
            throw wrong(token, "'%s' cannot stand here.".formatted(shown(token)), "Put brackets around it and what it denies.");
        }
        looseBefore = not;
    }

    private void comma(Token token) {
        if (functions.isEmpty() || !functions.peek()) {
            throw wrong(token, "A comma stands between the values of a function only.", "Write numbers with a point, such as 0.5.");
        }
        if (wantsValue) {
            throw wrong(token, "A value is missing before the comma.", "Put one there, or take the comma away.");
        }
        wantsValue = true;
        looseBefore = true;
    }

    // Mathematics and spreadsheets disagree about -2 ^ 2.
    private static void requireClearPowers(List<Token> tokens, String text) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).getType() == Token.TokenType.INFIX_OPERATOR && tokens.get(i).getValue().equals("^")) {
                int before = startOfOperand(tokens, i - 1) - 1;
                if (before >= 0 && tokens.get(before).getType() == Token.TokenType.PREFIX_OPERATOR && tokens.get(before).getValue().equals("-")) {
                    throw new TokenOrder(text).wrong(tokens.get(before), "A minus before a power can be read in two ways.",
                            "Write -(a ^ b) or (-a) ^ b.");
                }
            }
        }
    }

    private static int startOfOperand(List<Token> tokens, int last) {
        int open = 0;
        int at = last;
        while (at >= 0) {
            open += tokens.get(at).getType() == Token.TokenType.BRACE_CLOSE ? 1 : tokens.get(at).getType() == Token.TokenType.BRACE_OPEN ? -1 : 0;
            if (open == 0) {
                break;
            }
            at--;
        }
        return at > 0 && tokens.get(at).getType() == Token.TokenType.BRACE_OPEN && tokens.get(at - 1).getType() == Token.TokenType.FUNCTION ? at - 1 : at;
    }

    private String shown(Token token) {
        int start = Math.clamp(token.getStartPosition() - 1, 0, text.length());
        return text.substring(start, Math.min(text.length(), start + token.getValue().length()));
    }

    private ExpressionException wrong(Token token, String what, String remedy) {
        int start = Math.clamp(token.getStartPosition() - 1, 0, text.length());
        return new ExpressionException(what, start, Math.min(text.length(), start + token.getValue().length()), remedy);
    }
}
