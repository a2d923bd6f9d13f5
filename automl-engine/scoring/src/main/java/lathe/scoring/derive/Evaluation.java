package lathe.scoring.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Computes expressions for all rows of a table. Inside, yes is 1, no is 0 and a missing answer `NaN`.
public final class Evaluation {

    static final String YES = "true";
    static final String NO = "false";

    private final Table table;

    public Evaluation(Table table) {
        this.table = table;
    }

    /// The value of every row: numbers, or canonical texts.
    ///
    /// @throws IllegalArgumentException if the expression does not fit the table
    public Column column(Expression expression) {
        return switch (expression.type(table.schema())) {
            case NUMBER -> new NumberColumn(numbers(expression).clone());
            case TRUTH -> truths(numbers(expression));
            case TEXT, DATE -> texts(expression);
            case LIST -> throw new IllegalArgumentException("a list cannot be derived");
        };
    }

    /// Indices of the rows where a condition holds; a missing answer does not.
    ///
    /// @throws IllegalArgumentException if the expression does not fit the table or is no condition
    public int[] holds(Expression condition) {
        if (condition.type(table.schema()) != ValueType.TRUTH) {
            throw new IllegalArgumentException("a condition must be true or false");
        }
        double[] truths = numbers(condition);
        int[] rows = new int[truths.length];
        int count = 0;
        for (int row = 0; row < truths.length; row++) {
            if (truths[row] == 1) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static StringColumn truths(double[] values) {
        int[] codes = new int[values.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = Double.isNaN(values[row]) ? -1 : values[row] == 1 ? 0 : 1;
        }
        return new StringColumn(codes, List.of(YES, NO));
    }

    private double[] numbers(Expression expression) {
        return switch (expression) {
            case Expression.Column(String name) -> switch (table.column(name)) {
                case NumberColumn numbers -> numbers.values();
                case StringColumn texts when type(expression) == ValueType.TRUTH ->
                        Moments.each(texts, text -> text.equals(YES) ? 1 : text.equals(NO) ? 0 : Double.NaN);
                case StringColumn texts -> Moments.each(texts, Moments::seconds);
            };
            case Expression.Amount(double value) -> same(value);
            case Expression.Truth(boolean value) -> same(value ? 1 : 0);
            case Expression.Day(String iso) -> same(Moments.seconds(iso));
            case Expression.Text _ -> throw new IllegalArgumentException("a text is no number");
            case Expression.Call call when type(call) == ValueType.DATE -> Moments.each(texts(call), Moments::seconds);
            case Expression.Call call -> call(call);
        };
    }

    private double[] same(double value) {
        double[] values = new double[table.rows()];
        Arrays.fill(values, value);
        return values;
    }

    private ValueType type(Expression expression) {
        return expression.type(table.schema());
    }

    private double[] call(Expression.Call call) {
        Expression first = call.arguments().getFirst();
        return switch (call.operation()) {
            case ADD -> pairs(call, (a, b) -> a + b);
            case SUBTRACT -> pairs(call, (a, b) -> a - b);
            case MULTIPLY -> pairs(call, (a, b) -> a * b);
            case DIVIDE -> pairs(call, (a, b) -> a / b);
            case POWER -> pairs(call, Math::pow);
            case DAYS_BETWEEN -> pairs(call, (a, b) -> (b - a) / Moments.DAY);
            case LESS -> pairs(call, (a, b) -> a < b ? 1 : 0);
            case LESS_OR_EQUAL -> pairs(call, (a, b) -> a <= b ? 1 : 0);
            case GREATER -> pairs(call, (a, b) -> a > b ? 1 : 0);
            case GREATER_OR_EQUAL -> pairs(call, (a, b) -> a >= b ? 1 : 0);
            case EQUAL -> equal(call, 1);
            case NOT_EQUAL -> equal(call, 0);
            case AND -> join(call, (a, b) -> a == 0 || b == 0 ? 0 : a * b);
            case OR -> join(call, (a, b) -> a == 1 || b == 1 ? 1 : a + b);
            case NOT -> each(first, a -> 1 - a);
            case NEGATE -> each(first, a -> -a);
            case ABS -> each(first, Math::abs);
            case LOG -> each(first, Math::log);
            case EXP -> each(first, Math::exp);
            case SQRT -> each(first, Math::sqrt);
            case FLOOR -> each(first, Math::floor);
            case ROUND -> rounded(call);
            case MIN -> pairs(call, Math::min);
            case MAX -> pairs(call, Math::max);
            case IF -> chosen(call.arguments());
            case COALESCE -> join(call, (a, b) -> Double.isNaN(a) ? b : a);
            case MISSING -> missing(first);
            case YEAR, MONTH, DAY, WEEKDAY, HOUR -> Moments.each(texts(first), text -> Moments.part(call.operation(), text));
            case LENGTH -> Moments.each(texts(first), text -> text.codePointCount(0, text.length()));
            case CONTAINS -> {
                String wanted = ((Expression.Text) call.arguments().get(1)).value();
                yield Moments.each(texts(first), text -> text.contains(wanted) ? 1 : 0);
            }
        };
    }

    private double[] each(Expression argument, DoubleUnaryOperator made) {
        double[] in = numbers(argument);
        double[] out = new double[in.length];
        for (int row = 0; row < out.length; row++) {
            out[row] = finite(made.applyAsDouble(in[row]));
        }
        return out;
    }

    private static double finite(double value) {
        return Math.abs(value) <= Double.MAX_VALUE ? value : Double.NaN;
    }

    // From left to right over all arguments; missing in, missing out.
    private double[] pairs(Expression.Call call, DoubleBinaryOperator made) {
        return join(call, (a, b) -> Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : finite(made.applyAsDouble(a, b)));
    }

    private double[] join(Expression.Call call, DoubleBinaryOperator made) {
        double[] out = numbers(call.arguments().getFirst()).clone();
        for (Expression argument : call.arguments().subList(1, call.arguments().size())) {
            double[] other = numbers(argument);
            for (int row = 0; row < out.length; row++) {
                out[row] = made.applyAsDouble(out[row], other[row]);
            }
        }
        return out;
    }

    private double[] rounded(Expression.Call call) {
        double scale = call.arguments().size() == 2 && call.arguments().get(1) instanceof Expression.Amount(double digits)
                ? Math.pow(10, digits) : 1;
        return each(call.arguments().getFirst(), a -> Math.signum(a) * Math.floor(Math.abs(a) * scale + 0.5) / scale);
    }

    private double[] equal(Expression.Call call, double ifSame) {
        if (type(call.arguments().getFirst()) != ValueType.TEXT) {
            return pairs(call, (a, b) -> a == b ? ifSame : 1 - ifSame);
        }
        StringColumn left = texts(call.arguments().getFirst());
        StringColumn right = texts(call.arguments().get(1));
        double[] out = new double[left.rows()];
        for (int row = 0; row < out.length; row++) {
            out[row] = left.isMissing(row) || right.isMissing(row) ? Double.NaN : left.text(row).equals(right.text(row)) ? ifSame : 1 - ifSame;
        }
        return out;
    }

    private double[] chosen(List<Expression> arguments) {
        double[] condition = numbers(arguments.getFirst());
        double[] yes = numbers(arguments.get(1));
        double[] no = numbers(arguments.get(2));
        double[] out = new double[condition.length];
        for (int row = 0; row < out.length; row++) {
            out[row] = Double.isNaN(condition[row]) ? Double.NaN : condition[row] == 1 ? yes[row] : no[row];
        }
        return out;
    }

    private double[] missing(Expression argument) {
        ValueType type = type(argument);
        double[] out = new double[table.rows()];
        if (type == ValueType.TEXT || type == ValueType.LIST) {
            StringColumn texts = texts(argument);
            for (int row = 0; row < out.length; row++) {
                out[row] = texts.isMissing(row) ? 1 : 0;
            }
            return out;
        }
        double[] values = numbers(argument);
        for (int row = 0; row < out.length; row++) {
            out[row] = Double.isNaN(values[row]) ? 1 : 0;
        }
        return out;
    }

    private StringColumn texts(Expression expression) {
        return switch (expression) {
            case Expression.Column(String name) -> table.strings(name);
            case Expression.Text(String value) -> new StringColumn(new int[table.rows()], List.of(value));
            case Expression.Day(String iso) -> new StringColumn(new int[table.rows()], List.of(iso));
            case Expression.Call(Operation operation, List<Expression> arguments) when operation == Operation.IF -> {
                double[] condition = numbers(arguments.getFirst());
                StringColumn yes = texts(arguments.get(1));
                StringColumn no = texts(arguments.get(2));
                List<String> chosen = new ArrayList<>();
                for (int row = 0; row < condition.length; row++) {
                    chosen.add(Double.isNaN(condition[row]) ? "" : condition[row] == 1 ? yes.text(row) : no.text(row));
                }
                yield StringColumn.of(chosen);
            }
            case Expression.Call(Operation operation, List<Expression> arguments) when operation == Operation.COALESCE -> first(arguments);
            case Expression.Amount _, Expression.Truth _, Expression.Call _ -> throw new IllegalArgumentException("this is no text");
        };
    }

    private StringColumn first(List<Expression> arguments) {
        List<StringColumn> candidates = arguments.stream().map(this::texts).toList();
        List<String> chosen = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            chosen.add(candidates.stream().map(each -> each.text(at)).filter(text -> !text.isEmpty()).findFirst().orElse(""));
        }
        return StringColumn.of(chosen);
    }
}
