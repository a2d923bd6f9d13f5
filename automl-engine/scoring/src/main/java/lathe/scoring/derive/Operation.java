package lathe.scoring.derive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an expression can do with values.
public enum Operation {
    ADD("+", 2, 2), SUBTRACT("-", 2, 2), MULTIPLY("*", 2, 2), DIVIDE("/", 2, 2), POWER("^", 2, 2), NEGATE("-", 1, 1),
    LESS("<", 2, 2), LESS_OR_EQUAL("<=", 2, 2), GREATER(">", 2, 2), GREATER_OR_EQUAL(">=", 2, 2), EQUAL("=", 2, 2), NOT_EQUAL("<>", 2, 2),
    AND("and", 2, 2), OR("or", 2, 2), NOT("not", 1, 1),
    /// Condition, value if it holds, value if not.
    IF("if", 3, 3),
    /// The first value that is not missing.
    COALESCE("coalesce", 2, Operation.MANY),
    MISSING("missing", 1, 1),
    MIN("min", 2, Operation.MANY), MAX("max", 2, Operation.MANY), ABS("abs", 1, 1),
    /// Natural logarithm.
    LOG("log", 1, 1),
    EXP("exp", 1, 1), SQRT("sqrt", 1, 1),
    /// Halves are rounded away from 0; a second number says how many decimals stay.
    ROUND("round", 1, 2),
    FLOOR("floor", 1, 1),
    /// From the first date to the second one, with the part of a day; below 0 if the second one is earlier.
    DAYS_BETWEEN("days_between", 2, 2),
    YEAR("year", 1, 1), MONTH("month", 1, 1), DAY("day", 1, 1),
    /// 1 is Monday, 7 is Sunday.
    WEEKDAY("weekday", 1, 1),
    HOUR("hour", 1, 1),
    /// Unicode code points of a text.
    LENGTH("length", 1, 1),
    /// Whether a text has the second one in it, with the same capitals.
    CONTAINS("contains", 2, 2);

    static final int MANY = 20;
    private static final int MOST_DECIMALS = 9;

    private final String word;
    private final int least;
    private final int most;

    Operation(String word, int least, int most) {
        this.word = word;
        this.least = least;
        this.most = most;
    }

    /// As it is written.
    public String word() {
        return word;
    }

    /// Written as `word(a, b)`.
    public boolean isFunction() {
        return ordinal() >= IF.ordinal();
    }

    /// The function of this name, whatever its capitals.
    public static Optional<Operation> function(String name) {
        for (Operation each : values()) {
            if (each.isFunction() && each.word.equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// What it gives for arguments of these types.
    ///
    /// @throws IllegalArgumentException with a sentence for people, if it cannot take them
    public ValueType result(List<Expression> arguments, List<ValueType> types) {
        if (arguments.size() < least || arguments.size() > most) {
            throw new IllegalArgumentException("%s takes %s, was given %d".formatted(shown(),
                    least == most ? least == 1 ? "one value" : least + " values" : least + " to " + most + " values", arguments.size()));
        }
        return switch (this) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, NEGATE, MIN, MAX, ABS, LOG, EXP, SQRT, FLOOR -> all(types, ValueType.NUMBER, ValueType.NUMBER);
            case ROUND -> rounded(arguments, types);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordered(types);
            case EQUAL, NOT_EQUAL -> same(types, ValueType.TRUTH);
            case AND, OR, NOT -> all(types, ValueType.TRUTH, ValueType.TRUTH);
            case IF -> chosen(types);
            case COALESCE -> same(types, types.getFirst());
            case MISSING -> ValueType.TRUTH;
            case DAYS_BETWEEN, YEAR, MONTH, DAY, WEEKDAY, HOUR -> all(types, ValueType.DATE, ValueType.NUMBER);
            case LENGTH -> all(types, ValueType.TEXT, ValueType.NUMBER);
            case CONTAINS -> contained(arguments, types);
        };
    }

    private String shown() {
        return "'" + word + "'";
    }

    private ValueType all(List<ValueType> types, ValueType wanted, ValueType result) {
        for (ValueType type : types) {
            if (type != wanted) {
                throw new IllegalArgumentException("%s needs %s, but gets %s".formatted(shown(), wanted.words(), type.words()));
            }
        }
        return result;
    }

    private ValueType same(List<ValueType> types, ValueType result) {
        for (ValueType type : types) {
            if (type == ValueType.LIST || type != types.getFirst()) {
                throw new IllegalArgumentException(type == ValueType.LIST ? "%s cannot take a list".formatted(shown())
                        : "%s needs values of one kind, but gets %s and %s".formatted(shown(), types.getFirst().words(), type.words()));
            }
        }
        return result;
    }

    private ValueType ordered(List<ValueType> types) {
        if (types.getFirst() != ValueType.NUMBER && types.getFirst() != ValueType.DATE || types.get(1) != types.getFirst()) {
            throw new IllegalArgumentException("%s compares two numbers or two dates, but gets %s and %s"
                    .formatted(shown(), types.getFirst().words(), types.get(1).words()));
        }
        return ValueType.TRUTH;
    }

    private ValueType chosen(List<ValueType> types) {
        if (types.getFirst() != ValueType.TRUTH) {
            throw new IllegalArgumentException("'if' begins with a condition such as age > 18, but gets " + types.getFirst().words());
        }
        return same(types.subList(1, 3), types.get(1));
    }

    private ValueType rounded(List<Expression> arguments, List<ValueType> types) {
        if (arguments.size() == 2) {
            boolean sound = arguments.get(1) instanceof Expression.Amount(double digits) && digits >= 0 && digits <= MOST_DECIMALS
                    && digits == Math.rint(digits);
            if (!sound) {
                throw new IllegalArgumentException("the decimals of 'round' are a whole number from 0 to " + MOST_DECIMALS);
            }
        }
        return all(types, ValueType.NUMBER, ValueType.NUMBER);
    }

    private ValueType contained(List<Expression> arguments, List<ValueType> types) {
        all(types, ValueType.TEXT, ValueType.TRUTH);
        if (!(arguments.get(1) instanceof Expression.Text)) {
            throw new IllegalArgumentException("what 'contains' looks for is a text in quotes, such as 'gold'");
        }
        return ValueType.TRUTH;
    }
}
