package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import lathe.scoring.Schema;
import lathe.scoring.derive.DerivedColumn;
import lathe.scoring.derive.Expression;
import lathe.scoring.derive.Operation;
import lathe.scoring.derive.ValueType;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.TextStatistics;

/// Computes derived columns in the graph by the rules of [lathe.scoring.derive]: yes is 1, no is 0, missing is NaN or the empty text.
///
/// Constants stand in every row, because ONNX Runtime draws a single one into a matrix product behind it, as a float32.
final class ExpressionNodes {

    private static final String TIMED = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
            + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?";
    private static final String DAY_ONLY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private static final double SECONDS_OF_DAY = 86_400;

    private final GraphBuilder graph;
    private final GraphFrame frame;
    private final DateNodes dates;
    private final SymbolNodes symbols;
    private Schema schema;

    /// @param inputs the raw columns, which the frame holds
    ExpressionNodes(GraphBuilder graph, GraphFrame frame, Schema inputs) {
        this.graph = graph;
        this.frame = frame;
        this.schema = inputs;
        this.dates = new DateNodes(graph);
        this.symbols = new SymbolNodes(graph, new TextNodes(graph));
    }

    /// Puts the columns into the frame, each after those it may read.
    void write(List<DerivedColumn> derived) {
        for (DerivedColumn column : derived) {
            Expression expression = column.expression();
            switch (type(expression)) {
                case NUMBER -> frame.put(List.of(column.name()), number(expression));
                case TRUTH -> frame.putText(column.name(), pick(number(expression), graph.text("true"), graph.text("false"), graph.text("")));
                case TEXT, DATE -> frame.putText(column.name(), text(expression));
                case LIST -> throw new IllegalArgumentException("a list cannot be derived");
            }
            schema = DerivedColumn.schema(schema, List.of(column));
        }
    }

    private ValueType type(Expression expression) {
        return expression.type(schema);
    }

    // Shape [N, 1], double.
    private String number(Expression expression) {
        return switch (expression) {
            case Expression.Column(String name) -> switch (type(expression)) {
                case NUMBER -> frame.block(List.of(name)).tensor();
                case TRUTH -> where(same(frame.text(name), "true"), graph.row(1),
                        where(same(frame.text(name), "false"), graph.repeat(0), missing()));
                case DATE -> moment(frame.text(name));
                case TEXT, LIST -> throw new IllegalArgumentException("column '%s' is no number".formatted(name));
            };
            case Expression.Amount(double value) -> graph.repeat(value);
            case Expression.Truth(boolean value) -> graph.repeat(value ? 1 : 0);
            case Expression.Day _ -> moment(text(expression));
            case Expression.Text _ -> throw new IllegalArgumentException("a text is no number");
            case Expression.Call call when type(call) == ValueType.DATE -> moment(text(call));
            case Expression.Call call -> call(call);
        };
    }

    private String call(Expression.Call call) {
        Expression first = call.arguments().getFirst();
        return switch (call.operation()) {
            case ADD -> finite(join(call, node("Add")));
            case SUBTRACT -> finite(join(call, node("Sub")));
            case MULTIPLY -> finite(join(call, node("Mul")));
            case DIVIDE -> finite(join(call, node("Div")));
            case POWER -> finite(join(call, (a, b) -> guarded(a, b, op("Pow", a, b))));
            case DAYS_BETWEEN -> join(call, (a, b) -> op("Div", op("Sub", b, a), graph.repeat(SECONDS_OF_DAY)));
            case LESS -> compared(call, "Less");
            case LESS_OR_EQUAL -> compared(call, "LessOrEqual");
            case GREATER -> compared(call, "Greater");
            case GREATER_OR_EQUAL -> compared(call, "GreaterOrEqual");
            case EQUAL -> equal(call);
            case NOT_EQUAL -> op("Sub", graph.repeat(1), equal(call));
            case AND -> join(call, (a, b) -> where(op("Or", is(a, 0), is(b, 0)), graph.row(0), op("Mul", a, b)));
            case OR -> join(call, (a, b) -> where(op("Or", is(a, 1), is(b, 1)), graph.row(1), op("Add", a, b)));
            case NOT -> op("Sub", graph.repeat(1), number(first));
            case NEGATE -> one("Neg", number(first));
            case ABS -> one("Abs", number(first));
            case LOG -> finite(one("Log", number(first)));
            case EXP -> finite(one("Exp", number(first)));
            case SQRT -> finite(one("Sqrt", number(first)));
            case FLOOR -> one("Floor", number(first));
            case ROUND -> rounded(call);
            case MIN -> join(call, (a, b) -> guarded(a, b, where(op("Less", a, b), a, b)));
            case MAX -> join(call, (a, b) -> guarded(a, b, where(op("Less", a, b), b, a)));
            case IF -> pick(number(first), number(call.arguments().get(1)), number(call.arguments().get(2)), missing());
            case COALESCE -> join(call, (a, b) -> where(one("IsNaN", a), b, a));
            case MISSING -> graph.cast(isMissing(first), DataType.DOUBLE);
            case YEAR, MONTH, DAY, WEEKDAY, HOUR -> part(call.operation(), text(first));
            case LENGTH -> where(same(text(first), ""), missing(), symbols.write(new TextStatistics("t", List.of(TextStatistics.Part.LENGTH), List.of("n")), text(first)));
            case CONTAINS -> where(same(text(first), ""), missing(), contains(text(first), ((Expression.Text) call.arguments().get(1)).value()));
        };
    }

    private String compared(Expression.Call call, String operator) {
        return join(call, (a, b) -> guarded(a, b, graph.cast(op(operator, a, b), DataType.DOUBLE)));
    }

    private String equal(Expression.Call call) {
        if (type(call.arguments().getFirst()) != ValueType.TEXT) {
            return compared(call, "Equal");
        }
        String left = text(call.arguments().getFirst());
        String right = text(call.arguments().get(1));
        return where(op("Or", same(left, ""), same(right, "")), missing(), graph.cast(op("Equal", left, right), DataType.DOUBLE));
    }

    private String rounded(Expression.Call call) {
        double scale = call.arguments().size() == 2 && call.arguments().get(1) instanceof Expression.Amount(double digits)
                ? Math.pow(10, digits) : 1;
        String value = number(call.arguments().getFirst());
        String size = one("Floor", op("Add", op("Mul", one("Abs", value), graph.repeat(scale)), graph.repeat(0.5)));
        return finite(op("Div", op("Mul", one("Sign", value), size), graph.repeat(scale)));
    }

    private String isMissing(Expression expression) {
        ValueType type = type(expression);
        if (type == ValueType.TEXT || type == ValueType.LIST) {
            return same(text(expression), "");
        }
        return one("IsNaN", number(expression));
    }

    // Shape [N, 1], string.
    private String text(Expression expression) {
        return switch (expression) {
            case Expression.Column(String name) -> frame.text(name);
            case Expression.Text(String value) -> everywhere(value);
            case Expression.Day(String iso) -> everywhere(iso);
            case Expression.Call(Operation operation, List<Expression> arguments) when operation == Operation.IF ->
                    pick(number(arguments.getFirst()), text(arguments.get(1)), text(arguments.get(2)), graph.text(""));
            case Expression.Call(Operation operation, List<Expression> arguments) when operation == Operation.COALESCE -> {
                List<String> texts = new ArrayList<>(arguments.stream().map(this::text).toList());
                String chosen = texts.removeLast();
                for (String each : texts.reversed()) {
                    chosen = where(same(each, ""), chosen, each);
                }
                yield chosen;
            }
            case Expression.Amount _, Expression.Truth _, Expression.Call _ -> throw new IllegalArgumentException("this is no text");
        };
    }

    private String everywhere(String value) {
        return where(is(graph.repeat(1), 1), graph.text(value), graph.text(""));
    }

    // The time of day is taken apart only where it is well formed: a cast of anything else throws.
    private String moment(String text) {
        String timed = match(text, TIMED);
        String safe = where(timed, text, graph.text("1970-01-01T00:00:00"));
        String clock = split(pick(split(safe, "T"), 1), ":");
        String seconds = pick(split(pick(clock, 2), "."), 0);
        String ofDay = op("Add", op("Mul", whole(pick(clock, 0)), graph.repeat(3600)),
                op("Add", op("Mul", whole(pick(clock, 1)), graph.repeat(60)), whole(seconds)));
        String days = dates.write(new DateParts("d", List.of(DateParts.Part.EPOCH_DAY), List.of("n")), text);
        String moment = op("Add", op("Mul", days, graph.repeat(SECONDS_OF_DAY)), ofDay);
        return where(op("Or", timed, match(text, DAY_ONLY)), moment, missing());
    }

    private String part(Operation operation, String text) {
        DateParts.Part part = switch (operation) {
            case YEAR -> DateParts.Part.YEAR;
            case MONTH -> DateParts.Part.MONTH;
            case DAY -> DateParts.Part.DAY;
            case WEEKDAY -> DateParts.Part.WEEKDAY;
            case HOUR -> DateParts.Part.HOUR;
            default -> throw new IllegalArgumentException("no part of a date: " + operation);
        };
        String number = dates.write(new DateParts("d", List.of(part), List.of("n")), text);
        String counted = operation == Operation.WEEKDAY ? op("Add", number, graph.repeat(1)) : number;
        return where(op("Or", match(text, TIMED), match(text, DAY_ONLY)), counted, missing());
    }

    private String contains(String text, String wanted) {
        StringBuilder pattern = new StringBuilder("(?s).*");
        wanted.codePoints().forEach(symbol -> {
            boolean plain = symbol > 127 || Character.isLetterOrDigit(symbol);
            pattern.append(plain ? Character.toString(symbol) : "\\x{%x}".formatted(symbol));
        });
        return graph.cast(match(text, pattern.append(".*").toString()), DataType.DOUBLE);
    }

    private String match(String text, String pattern) {
        return graph.node("RegexFullMatch", List.of(text), Attributes.of("pattern", pattern));
    }

    private String split(String text, String delimiter) {
        return graph.node("StringSplit", List.of(text), Attributes.of("delimiter", delimiter));
    }

    private String pick(String fields, long index) {
        return graph.node("Gather", List.of(fields, graph.index(index)), Attributes.of("axis", 2));
    }

    private String whole(String text) {
        return graph.cast(graph.cast(text, DataType.INT64), DataType.DOUBLE);
    }

    private String join(Expression.Call call, BinaryOperator<String> made) {
        return call.arguments().stream().map(this::number).reduce(made).orElseThrow();
    }

    // Missing if one of the two is; the sum of finite numbers is never NaN.
    private String guarded(String left, String right, String made) {
        return where(one("IsNaN", op("Add", left, right)), missing(), made);
    }

    // NaN fails the comparison as infinities do.
    private String finite(String value) {
        return where(op("LessOrEqual", one("Abs", value), graph.row(Double.MAX_VALUE)), value, missing());
    }

    private String pick(String condition, String yes, String no, String otherwise) {
        return where(one("IsNaN", condition), otherwise, where(is(condition, 1), yes, no));
    }

    private String is(String value, double wanted) {
        return op("Equal", value, graph.row(wanted));
    }

    private String same(String text, String wanted) {
        return op("Equal", text, graph.text(wanted));
    }

    private String missing() {
        return graph.row(Double.NaN);
    }

    private String where(String condition, String yes, String no) {
        return graph.node("Where", List.of(condition, yes, no));
    }

    private String one(String operator, String value) {
        return graph.node(operator, List.of(value));
    }

    private String op(String operator, String left, String right) {
        return graph.node(operator, List.of(left, right));
    }

    private BinaryOperator<String> node(String operator) {
        return (left, right) -> op(operator, left, right);
    }
}
