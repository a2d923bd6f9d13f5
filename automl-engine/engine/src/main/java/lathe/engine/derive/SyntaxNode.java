package lathe.engine.derive;

import java.util.List;

/// A piece of an expression as it is written, before anything is known of columns.
///
/// @param kind     what it is
/// @param text     name, number, content of a text, operator or function; operators in lower case
/// @param start    first character it stands at, from 0
/// @param end      behind its last character
/// @param children operands and arguments
public record SyntaxNode(Kind kind, String text, int start, int end, List<SyntaxNode> children) {

    /// What a node is.
    public enum Kind { NAME, NUMBER, TEXT, PREFIX, INFIX, FUNCTION }

    public SyntaxNode {
        children = List.copyOf(children);
    }

    public static SyntaxNode leaf(Kind kind, String text, int start, int end) {
        return new SyntaxNode(kind, text, start, end, List.of());
    }
}
