package lathe.engine.builtin;

import lathe.engine.adapter.evalex.EvalExSyntax;
import lathe.engine.derive.ExpressionLanguage;

/// The language of derived columns and conditions.
public final class Expressions {

    public static final ExpressionLanguage LANGUAGE = new ExpressionLanguage(new EvalExSyntax());

    private Expressions() { }
}
