package lathe.scoring.derive;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;

/// A small tree that computes one value of each row.
public sealed interface Expression {

    /// Deeper trees are refused.
    int DEEPEST = 60;
    /// Trees of more nodes are refused.
    int LARGEST = 500;

    /// The value of a column.
    record Column(String name) implements Expression { }

    /// The same number in every row.
    ///
    /// @param value finite
    record Amount(double value) implements Expression {

        public Amount {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a number of an expression must be finite, was " + value);
            }
        }
    }

    /// The same text in every row.
    ///
    /// @param value not empty, because the empty text is missing
    record Text(String value) implements Expression {

        public Text {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("a text of an expression must not be empty");
            }
        }
    }

    /// Yes or no in every row.
    record Truth(boolean value) implements Expression { }

    /// The same date in every row.
    ///
    /// @param iso `2024-03-01` or `2024-03-01T17:05:00`
    record Day(String iso) implements Expression {

        public Day {
            if (Double.isNaN(Moments.seconds(iso))) {
                throw new IllegalArgumentException("a date must be written as 2024-03-01 or 2024-03-01T17:05:00, was '%s'".formatted(iso));
            }
        }
    }

    /// Something computed of other values.
    record Call(Operation operation, List<Expression> arguments) implements Expression {

        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// What it gives where columns have the types of a schema.
    ///
    /// @throws IllegalArgumentException if a column is not there, an operation gets what it cannot take, or the tree is too large
    default ValueType type(Schema schema) {
        requireModest();
        return typed(schema);
    }

    private ValueType typed(Schema schema) {
        return switch (this) {
            case Column column -> ValueType.of(schema.field(column.name()).type());
            case Amount _ -> ValueType.NUMBER;
            case Text _ -> ValueType.TEXT;
            case Truth _ -> ValueType.TRUTH;
            case Day _ -> ValueType.DATE;
            case Call call -> call.operation().result(call.arguments(), call.arguments().stream().map(each -> each.typed(schema)).toList());
        };
    }

    /// Type of the column it makes: of several texts free text only where one of them is.
    ///
    /// @throws IllegalArgumentException as [#type]
    default FieldType fieldType(Schema schema) {
        FieldType type = type(schema).field();
        boolean free = columns().stream().anyMatch(name -> schema.field(name).type() == FieldType.TEXT);
        return type == FieldType.CATEGORY && free ? FieldType.TEXT : type;
    }

    /// Names of the columns read, in order of appearance.
    default Set<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        collect(names);
        return names;
    }

    private void collect(Set<String> names) {
        switch (this) {
            case Column column -> names.add(column.name());
            case Call call -> call.arguments().forEach(each -> each.collect(names));
            case Amount _, Text _, Truth _, Day _ -> { }
        }
    }

    /// @throws IllegalArgumentException if the tree is too deep or too large
    default void requireModest() {
        if (depth(0) > DEEPEST || size() > LARGEST) {
            throw new IllegalArgumentException("an expression must be at most %d deep with at most %d parts".formatted(DEEPEST, LARGEST));
        }
    }

    // Looks no deeper than it must, so that a hostile tree costs no stack.
    private int depth(int above) {
        int deepest = above + 1;
        if (above <= DEEPEST && this instanceof Call call) {
            for (Expression each : call.arguments()) {
                deepest = Math.max(deepest, each.depth(above + 1));
            }
        }
        return deepest;
    }

    private int size() {
        int size = 1;
        if (this instanceof Call call) {
            for (Expression each : call.arguments()) {
                size += each.size();
            }
        }
        return size;
    }
}
