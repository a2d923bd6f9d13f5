package lathe.engine.adapter.evalex;

import java.util.HashMap;
import java.util.Map;
import lathe.engine.derive.ExpressionException;
import lathe.engine.derive.SyntaxNode;

/// An expression whose texts and names in quotes have given way to plain names of the same length, so that places stay.
///
/// @param text   what EvalEx sees
/// @param quoted what stood there, by the place of its first character
record MaskedText(String text, Map<Integer, SyntaxNode> quoted) {

    private static final char STAND_IN = 'q';

    static MaskedText of(String text) {
        StringBuilder masked = new StringBuilder();
        Map<Integer, SyntaxNode> quoted = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            char mark = text.charAt(at);
            if (mark != '\'' && mark != '"' && mark != '`') {
                masked.append(mark);
                at++;
                continue;
            }
            SyntaxNode node = quoted(text, at, mark);
            requireApart(text, node);
            quoted.put(at, node);
            masked.append(String.valueOf(STAND_IN).repeat(node.end() - at));
            at = node.end();
        }
        return new MaskedText(masked.toString(), quoted);
    }

    // A mark written twice inside stands for itself.
    private static SyntaxNode quoted(String text, int start, char mark) {
        StringBuilder content = new StringBuilder();
        int at = start + 1;
        while (at < text.length()) {
            if (text.charAt(at) != mark) {
                content.append(text.charAt(at++));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == mark) {
                content.append(mark);
                at += 2;
            } else {
                return SyntaxNode.leaf(mark == '`' ? SyntaxNode.Kind.NAME : SyntaxNode.Kind.TEXT, content.toString(), start, at + 1);
            }
        }
        throw new ExpressionException("The quote %s is not closed.".formatted(mark), start, text.length(), "Put %s at its end.".formatted(mark));
    }

    private static void requireApart(String text, SyntaxNode node) {
        boolean before = node.start() > 0 && isOfName(text.charAt(node.start() - 1));
        boolean behind = node.end() < text.length() && isOfName(text.charAt(node.end()));
        if (before || behind) {
            throw new ExpressionException("Something stands directly beside a quote.", node.start(), node.end(),
                    "Put an operator between them, such as =.");
        }
    }

    // A point too: the parser would take it into a number.
    private static boolean isOfName(char symbol) {
        return Character.isLetterOrDigit(symbol) || symbol == '_' || symbol == '.';
    }
}
