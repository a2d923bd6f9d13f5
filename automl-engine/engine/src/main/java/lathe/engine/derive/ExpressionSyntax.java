package lathe.engine.derive;

/// Takes a text apart by the grammar of expressions.
public interface ExpressionSyntax {

    /// @throws ExpressionException for any text that is no expression
    SyntaxNode parse(String text);
}
