package lathe.scoring.pack;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.derive.DerivedColumn;
import lathe.scoring.derive.Expression;
import lathe.scoring.derive.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Derived columns as JSON. An expression is a flat list, operands before what is done with them, so that no text is nested deeply.
final class ExpressionCodec {

    private ExpressionCodec() {
    }

    static ArrayNode write(List<DerivedColumn> derived) {
        ArrayNode columns = JsonText.array();
        for (DerivedColumn column : derived) {
            ObjectNode node = JsonText.object().put("name", column.name()).put("type", JsonRecord.name(column.type()));
            ArrayNode steps = JsonText.array();
            write(column.expression(), steps);
            columns.add(node.set("expression", steps));
        }
        return columns;
    }

    private static void write(Expression expression, ArrayNode into) {
        switch (expression) {
            case Expression.Column(String name) -> into.add(JsonText.kind("column").put("name", name));
            case Expression.Amount(double value) -> into.add(JsonText.kind("number").set("value", JsonText.number(value)));
            case Expression.Text(String value) -> into.add(JsonText.kind("text").put("value", value));
            case Expression.Truth(boolean value) -> into.add(JsonText.kind(value ? "true" : "false"));
            case Expression.Day(String iso) -> into.add(JsonText.kind("day").put("iso", iso));
            case Expression.Call(Operation operation, List<Expression> arguments) -> {
                arguments.forEach(each -> write(each, into));
                into.add(JsonText.kind("call").put("operation", JsonRecord.name(operation)).put("arguments", arguments.size()));
            }
        }
    }

    static List<DerivedColumn> read(List<JsonNode> nodes) {
        List<DerivedColumn> derived = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonRecord r = JsonRecord.of(node, "a derived column", "name", "type", "expression");
            Expression expression = expression(r.list("expression"));
            expression.requireModest();
            derived.add(new DerivedColumn(r.text("name"), r.constant("type", FieldType.class), expression));
        }
        return derived;
    }

    private static Expression expression(List<JsonNode> nodes) {
        if (nodes.isEmpty() || nodes.size() > Expression.LARGEST) {
            throw new DamagedException("an expression must have 1 to %d parts, had %d".formatted(Expression.LARGEST, nodes.size()));
        }
        List<Expression> waiting = new ArrayList<>();
        for (JsonNode node : nodes) {
            waiting.add(part(node, waiting));
        }
        if (waiting.size() != 1) {
            throw new DamagedException("an expression leaves %d values instead of one".formatted(waiting.size()));
        }
        return waiting.getFirst();
    }

    // A call takes its arguments off the end of what waits.
    private static Expression part(JsonNode node, List<Expression> waiting) {
        String kind = JsonRecord.kind(node, "a part of an expression");
        return switch (kind) {
            case "column" -> new Expression.Column(JsonRecord.of(node, kind, "kind", "name").text("name"));
            case "number" -> new Expression.Amount(JsonRecord.of(node, kind, "kind", "value").number("value"));
            case "text" -> new Expression.Text(JsonRecord.of(node, kind, "kind", "value").text("value"));
            case "true", "false" -> {
                JsonRecord.of(node, kind, "kind");
                yield new Expression.Truth(kind.equals("true"));
            }
            case "day" -> new Expression.Day(JsonRecord.of(node, kind, "kind", "iso").text("iso"));
            case "call" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "operation", "arguments");
                int count = r.whole("arguments");
                if (count < 1 || count > waiting.size()) {
                    throw new DamagedException("an operation lacks its arguments");
                }
                List<Expression> last = waiting.subList(waiting.size() - count, waiting.size());
                List<Expression> arguments = List.copyOf(last);
                last.clear();
                yield new Expression.Call(r.constant("operation", Operation.class), arguments);
            }
            default -> throw new DamagedException("the part '%s' of an expression is unknown".formatted(kind));
        };
    }
}
