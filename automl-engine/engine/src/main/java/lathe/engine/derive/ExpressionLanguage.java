package lathe.engine.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.derive.Expression;
import lathe.scoring.derive.Operation;
import lathe.scoring.derive.ValueType;

/// Reads a text as an expression over the columns of a table.
///
/// Names are those of columns; others than letters, digits and `_` stand in backquotes. Texts and dates stand in quotes,
/// numbers have a point. A text beside a date is read as a date, beside a yes or no as one.
public final class ExpressionLanguage {

    /// Longer texts are refused.
    public static final int LONGEST = 1000;

    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final List<String> YES = List.of("true", "yes");
    private static final List<String> NO = List.of("false", "no");

    private final ExpressionSyntax syntax;

    public ExpressionLanguage(ExpressionSyntax syntax) {
        this.syntax = syntax;
    }

    /// Reads any text; never throws.
    public Reading read(String text, Schema schema) {
        try {
            if (text.isBlank()) {
                throw new ExpressionException("The expression is empty.", 0, text.length(), "Write for example a name of a column, or a + b.");
            }
            if (text.length() > LONGEST) {
                throw new ExpressionException("The expression is longer than %d characters.".formatted(LONGEST), LONGEST, text.length(),
                        "Make a column of a part of it first.");
            }
            Typed whole = new Compilation(schema).compile(syntax.parse(text));
            if (whole.type == ValueType.LIST) {
                throw new ExpressionException("A list cannot be the result.", whole.start, whole.end, "Lists can only be asked with missing(...).");
            }
            return fits(whole, schema, text);
        } catch (ExpressionException wrong) {
            return new Reading.Wrong(wrong.what(), wrong.start(), wrong.end(), wrong.remedy());
        }
    }

    private static Reading fits(Typed whole, Schema schema, String text) {
        try {
            return new Reading.Fits(whole.expression, whole.type, whole.expression.fieldType(schema));
        } catch (IllegalArgumentException tooLarge) {
            throw new ExpressionException("The expression is nested too deeply or too large.", 0, text.length(),
                    "Make a column of a part of it first.");
        }
    }

    /// Reads a condition.
    public Reading condition(String text, Schema schema) {
        Reading reading = read(text, schema);
        return reading instanceof Reading.Fits(var _, ValueType value, var _) && value != ValueType.TRUTH
                ? new Reading.Wrong("This gives %s, but a condition must be true or false.".formatted(value.words()), 0, text.length(),
                        "Compare it with something, such as age >= 18.")
                : reading;
    }

    /// @param where what the text stands for
    /// @throws ProblemException if the text is wrong
    public static Expression require(Reading reading, String where) {
        return switch (reading) {
            case Reading.Fits fits -> fits.expression();
            case Reading.Wrong wrong -> throw new ProblemException(wrong.problem(where));
        };
    }

    // An expression with its type and its place in the text.
    private record Typed(Expression expression, ValueType type, int start, int end) { }

    /// One text against one table.
    private record Compilation(Schema schema) {

        Typed compile(SyntaxNode node) {
            return switch (node.kind()) {
                case NAME -> name(node);
                case NUMBER -> number(node);
                case TEXT -> text(node);
                case PREFIX -> prefix(node);
                case INFIX -> call(node, infix(node.text()), compiled(node));
                case FUNCTION -> call(node, function(node), compiled(node));
            };
        }

        private List<Typed> compiled(SyntaxNode node) {
            List<Typed> arguments = new ArrayList<>();
            node.children().forEach(child -> arguments.add(compile(child)));
            return arguments;
        }

        private static Typed of(SyntaxNode node, Expression expression, ValueType type) {
            return new Typed(expression, type, node.start(), node.end());
        }

        private Typed name(SyntaxNode node) {
            Optional<Field> field = ColumnNames.find(schema, node.text());
            if (field.isPresent()) {
                return of(node, new Expression.Column(field.get().name()), ValueType.of(field.get().type()));
            }
            String word = node.text().toLowerCase(Locale.ROOT);
            if (word.equals("true") || word.equals("false")) {
                return of(node, new Expression.Truth(word.equals("true")), ValueType.TRUTH);
            }
            throw wrong(node, "There is no column '%s'.".formatted(node.text()), ColumnNames.advice(schema, node.text()));
        }

        private static Typed number(SyntaxNode node) {
            double value = NUMBER.matcher(node.text()).matches() ? Double.parseDouble(node.text()) : Double.NaN;
            if (!Double.isFinite(value)) {
                throw wrong(node, "'%s' is no number.".formatted(node.text()), "Write numbers like 12, 0.5 or 1e6.");
            }
            return of(node, new Expression.Amount(value), ValueType.NUMBER);
        }

        private static Typed text(SyntaxNode node) {
            if (node.text().isEmpty()) {
                throw wrong(node, "An empty text is a missing value.", "Ask for it with missing(column).");
            }
            return of(node, new Expression.Text(node.text()), ValueType.TEXT);
        }

        private Typed prefix(SyntaxNode node) {
            Typed operand = compile(node.children().getFirst());
            if (node.text().equals("-") && operand.expression instanceof Expression.Amount(double value)) {
                return new Typed(new Expression.Amount(-value), ValueType.NUMBER, node.start(), operand.end);
            }
            if (node.text().equals("+") && operand.type == ValueType.NUMBER) {
                return operand;
            }
            boolean not = node.text().equals("not") || node.text().equals("!");
            return call(node, not ? Operation.NOT : Operation.NEGATE, List.of(operand));
        }

        private static Operation infix(String sign) {
            return switch (sign) {
                case "+" -> Operation.ADD;
                case "-" -> Operation.SUBTRACT;
                case "*" -> Operation.MULTIPLY;
                case "/" -> Operation.DIVIDE;
                case "^" -> Operation.POWER;
                case "<" -> Operation.LESS;
                case "<=" -> Operation.LESS_OR_EQUAL;
                case ">" -> Operation.GREATER;
                case ">=" -> Operation.GREATER_OR_EQUAL;
                case "=", "==" -> Operation.EQUAL;
                case "<>", "!=" -> Operation.NOT_EQUAL;
                case "and", "&&" -> Operation.AND;
                case "or", "||" -> Operation.OR;
                default -> throw new IllegalArgumentException("no operator '%s'".formatted(sign));
            };
        }

        private static Operation function(SyntaxNode node) {
            return Operation.function(node.text()).orElseThrow(() -> wrong(node, "There is no function '%s'.".formatted(node.text()),
                    "There are %s.".formatted(functions())));
        }

        private Typed call(SyntaxNode node, Operation operation, List<Typed> given) {
            List<Typed> arguments = adapted(operation, given);
            List<Expression> expressions = arguments.stream().map(Typed::expression).toList();
            List<ValueType> types = arguments.stream().map(Typed::type).toList();
            try {
                return of(node, new Expression.Call(operation, expressions), operation.result(expressions, types));
            } catch (IllegalArgumentException unfit) {
                String what = String.valueOf(unfit.getMessage());
                throw wrong(node, Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".", remedy(operation, types));
            }
        }

        private static String remedy(Operation operation, List<ValueType> types) {
            return switch (operation) {
                case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> types.contains(ValueType.TRUTH)
                        ? "Compare two values at a time, such as 1 < a and a < 3." : "Texts can be compared with = and <> only.";
                case EQUAL, NOT_EQUAL, COALESCE, IF -> "Texts and dates stand in quotes, numbers do not.";
                case AND, OR, NOT -> "Write a comparison on each side, such as age > 18.";
                case ADD, SUBTRACT -> types.contains(ValueType.DATE) ? "Between dates take days_between(from, to)." : "Take a column of numbers.";
                case LENGTH, CONTAINS -> "Take a column of texts.";
                case YEAR, MONTH, DAY, WEEKDAY, HOUR, DAYS_BETWEEN -> "Take a column of dates, or a date in quotes such as '2024-03-01'.";
                case MULTIPLY, DIVIDE, POWER, NEGATE, MIN, MAX, ABS, LOG, EXP, SQRT, FLOOR, ROUND, MISSING -> "Take a column of numbers.";
            };
        }

        private List<Typed> adapted(Operation operation, List<Typed> given) {
            List<Typed> compared = operation == Operation.IF && given.size() == 3 ? given.subList(1, 3) : given;
            boolean dates = switch (operation) {
                case DAYS_BETWEEN, YEAR, MONTH, DAY, WEEKDAY, HOUR -> true;
                case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, COALESCE, IF ->
                        compared.stream().anyMatch(each -> each.type == ValueType.DATE);
                default -> false;
            };
            boolean truths = (operation == Operation.EQUAL || operation == Operation.NOT_EQUAL)
                    && compared.stream().anyMatch(each -> each.type == ValueType.TRUTH);
            List<Typed> adapted = new ArrayList<>(given.subList(0, given.size() - compared.size()));
            for (Typed each : compared) {
                adapted.add(!(each.expression instanceof Expression.Text(String text)) ? each
                        : dates ? day(each, text) : truths ? truth(each, text, compared) : each);
            }
            return adapted;
        }

        private static Typed day(Typed literal, String text) {
            try {
                return new Typed(new Expression.Day(text), ValueType.DATE, literal.start, literal.end);
            } catch (IllegalArgumentException noDate) {
                throw new ExpressionException("'%s' is no date.".formatted(text), literal.start, literal.end,
                        "Write dates as '2024-03-01' or '2024-03-01T17:05:00'.");
            }
        }

        // As the file writes it, or in English.
        private Typed truth(Typed literal, String text, List<Typed> compared) {
            String word = text.toLowerCase(Locale.ROOT);
            List<String> yes = new ArrayList<>(YES);
            List<String> no = new ArrayList<>(NO);
            for (Typed each : compared) {
                if (each.expression instanceof Expression.Column(String name) && schema.field(name).type() == FieldType.BOOLEAN) {
                    String format = schema.field(name).format().toLowerCase(Locale.ROOT);
                    int bar = format.indexOf('|');
                    if (bar > 0) {
                        yes.add(format.substring(0, bar));
                        no.add(format.substring(bar + 1));
                    }
                }
            }
            if (!yes.contains(word) && !no.contains(word)) {
                throw new ExpressionException("'%s' is neither yes nor no.".formatted(text), literal.start, literal.end,
                        "Compare with true or false.");
            }
            return new Typed(new Expression.Truth(yes.contains(word)), ValueType.TRUTH, literal.start, literal.end);
        }

        private static ExpressionException wrong(SyntaxNode node, String what, String remedy) {
            return new ExpressionException(what, node.start(), node.end(), remedy);
        }
    }

    /// Names of all functions, as a list for people.
    public static String functions() {
        List<String> names = new ArrayList<>();
        for (Operation each : Operation.values()) {
            if (each.isFunction()) {
                names.add(each.word());
            }
        }
        return String.join(", ", names);
    }
}
