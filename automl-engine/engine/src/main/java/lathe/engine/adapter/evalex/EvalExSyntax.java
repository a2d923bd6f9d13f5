package lathe.engine.adapter.evalex;

import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Tokenizer;
import java.util.List;
import java.util.Locale;
import lathe.engine.derive.ExpressionException;
import lathe.engine.derive.ExpressionLanguage;
import lathe.engine.derive.ExpressionSyntax;
import lathe.engine.derive.SyntaxNode;

/// Takes expressions apart with EvalEx's tokenizer and its tree of operators by precedence.
///
/// Between the two [TokenOrder] looks whether the tokens can follow each other, and says it in words if not.
public final class EvalExSyntax implements ExpressionSyntax {

    private final ExpressionConfiguration configuration = Grammar.configuration();

    @Override
    public SyntaxNode parse(String text) {
        MaskedText masked = MaskedText.of(text);
        try {
            List<Token> tokens = new Tokenizer(masked.text(), configuration).parse();
            TokenOrder.require(tokens, text);
            ASTNode tree = new ShuntingYardConverter(masked.text(), tokens, configuration).toAbstractSyntaxTree();
            return node(tree, masked);
        } catch (ParseException unreadable) {
            throw translated(unreadable, text);
        }
    }

    private static SyntaxNode node(ASTNode node, MaskedText masked) {
        Token token = node.getToken();
        int start = token.getStartPosition() - 1;
        int end = start + token.getValue().length();
        SyntaxNode quoted = masked.quoted().get(start);
        if (quoted != null) {
            return quoted;
        }
        List<SyntaxNode> children = node.getParameters().stream().map(each -> node(each, masked)).toList();
        String word = token.getValue().toLowerCase(Locale.ROOT);
        return switch (token.getType()) {
            case NUMBER_LITERAL -> SyntaxNode.leaf(SyntaxNode.Kind.NUMBER, token.getValue(), start, end);
            case PREFIX_OPERATOR -> new SyntaxNode(SyntaxNode.Kind.PREFIX, word, start, end, children);
            case INFIX_OPERATOR -> new SyntaxNode(SyntaxNode.Kind.INFIX, word, start, end, children);
            case FUNCTION -> new SyntaxNode(SyntaxNode.Kind.FUNCTION, word, start, end, children);
            default -> SyntaxNode.leaf(SyntaxNode.Kind.NAME, token.getValue(), start, end);
        };
    }

    // EvalEx names what it met; the words for people are ours.
    private static ExpressionException translated(ParseException unreadable, String text) {
        int start = Math.clamp(unreadable.getStartPosition() - 1L, 0, Math.max(0, text.length() - 1));
        String token = unreadable.getTokenString() == null ? "" : unreadable.getTokenString();
        int end = Math.min(text.length(), start + Math.max(1, token.length()));
        String said = String.valueOf(unreadable.getMessage());
        if (said.startsWith("Undefined function")) {
            return new ExpressionException("There is no function '%s'.".formatted(token), start, end,
                    "There are %s.".formatted(ExpressionLanguage.functions()));
        }
        if (said.startsWith("Closing brace not found")) {
            return new ExpressionException("A bracket is not closed.", Math.max(0, text.lastIndexOf('(')), text.length(), "Put ) at its end.");
        }
        if (said.startsWith("Unexpected closing brace")) {
            return new ExpressionException("This bracket was never opened.", start, end, "Take it away, or put ( before.");
        }
        if (Character.isDigit(text.isEmpty() ? ' ' : text.charAt(start)) || said.contains("scientific")) {
            return new ExpressionException("'%s' is no number.".formatted(text.substring(start, end)), start, end,
                    "Write numbers like 12, 0.5 or 1e6.");
        }
        if (said.startsWith("Undefined operator")) {
            return new ExpressionException("'%s' is not understood here.".formatted(text.substring(start, end)), start, end,
                    "Names with other signs than letters, digits and _ stand in backquotes, such as `monthly charge`.");
        }
        return new ExpressionException("This cannot be read.", start, end, "A value, a name, a function or a bracket belongs here.");
    }
}
