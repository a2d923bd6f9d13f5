package lathe.engine.adapter.evalex;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.AbstractOperator;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.PrefixOperator;
import com.ezylang.evalex.parser.Token;
import java.util.Map;
import java.util.TreeMap;
import lathe.scoring.derive.Operation;

/// Operators and functions as EvalEx is to know them. `not` binds looser than comparisons, tighter than `and`.
final class Grammar {

    private Grammar() {
    }

    static ExpressionConfiguration configuration() {
        return ExpressionConfiguration.builder()
                .operatorDictionary(operators())
                .functionDictionary(functions())
                .arraysAllowed(false)
                .structuresAllowed(false)
                .implicitMultiplicationAllowed(false)
                .build();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})   // a list of arguments of a generic type
    private static MapBasedOperatorDictionary operators() {
        Map<String, OperatorIfc> operators = new TreeMap<>();
        operators.put("+", new Sum());
        operators.put("*", new Product());
        operators.put("/", new Product());
        operators.put("^", new Power());
        for (String sign : new String[] {"<", "<=", ">", ">=", "=", "==", "<>", "!="}) {
            operators.put(sign, new Comparison());
        }
        operators.put("and", new Conjunction());
        operators.put("&&", new Conjunction());
        operators.put("or", new Disjunction());
        operators.put("||", new Disjunction());
        operators.put("not", new Negation());
        operators.put("!", new Negation());
        Map.Entry[] entries = new Map.Entry[operators.size() + 3];
        int next = 0;
        for (Map.Entry<String, OperatorIfc> each : operators.entrySet()) {
            entries[next++] = each;
        }
        entries[next++] = Map.entry("-", new Sum());
        entries[next++] = Map.entry("-", new Sign());
        entries[next] = Map.entry("+", new Sign());
        return (MapBasedOperatorDictionary) MapBasedOperatorDictionary.ofOperators(entries);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static MapBasedFunctionDictionary functions() {
        Map<String, FunctionIfc> functions = new TreeMap<>();
        for (Operation each : Operation.values()) {
            if (each.isFunction()) {
                functions.put(each.word(), new AnyFunction());
            }
        }
        return (MapBasedFunctionDictionary) MapBasedFunctionDictionary.ofFunctions(functions.entrySet().toArray(new Map.Entry[0]));
    }

    private static UnsupportedOperationException unevaluated() {
        return new UnsupportedOperationException("expressions are read here, not evaluated");
    }

    private abstract static class Unevaluated extends AbstractOperator {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands) throws EvaluationException {
            throw unevaluated();
        }
    }

    @InfixOperator(precedence = 2)
    private static final class Disjunction extends Unevaluated { }

    @InfixOperator(precedence = 4)
    private static final class Conjunction extends Unevaluated { }

    @PrefixOperator(precedence = 6, leftAssociative = false)
    private static final class Negation extends Unevaluated { }

    @InfixOperator(precedence = 10)
    private static final class Comparison extends Unevaluated { }

    @InfixOperator(precedence = 20)
    private static final class Sum extends Unevaluated { }

    @InfixOperator(precedence = 30)
    private static final class Product extends Unevaluated { }

    @InfixOperator(precedence = 40, leftAssociative = false)
    private static final class Power extends Unevaluated { }

    @PrefixOperator(precedence = 60, leftAssociative = false)
    private static final class Sign extends Unevaluated { }

    @FunctionParameter(name = "values", isVarArg = true)
    private static final class AnyFunction extends AbstractFunction {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) throws EvaluationException {
            throw unevaluated();
        }
    }
}
