package lathe.engine.data;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Flattens nested records into cells.
public final class NestedCells {

    private final List<NestedColumn> columns;
    private final List<TextCells.Builder> builders = new ArrayList<>();

    public NestedCells(List<NestedColumn> columns) {
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            builders.add(new TextCells.Builder());
        }
    }

    /// @param node an object
    public void add(JsonNode node) {
        for (int i = 0; i < columns.size(); i++) {
            NestedColumn column = columns.get(i);
            add(builders.get(i), column, find(node, column.path()));
        }
    }

    public List<TextCells> build() {
        return builders.stream().map(TextCells.Builder::build).toList();
    }

    private static @Nullable JsonNode find(JsonNode record, List<String> path) {
        JsonNode at = record;
        for (String key : path) {
            at = at == null ? null : at.get(key);
        }
        return at;
    }

    private static void add(TextCells.Builder builder, NestedColumn column, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            builder.addMissing();
            return;
        }
        switch (column.kind()) {
            case SCALAR -> addScalar(builder, value);
            case LIST -> addList(builder, column, value);
            case ITEMS -> addItems(builder, column, value);
            case KEYS -> builder.add(CellKind.LIST, value.isObject()
                    ? limited(column, String.join(Table.LIST_SEPARATOR, value.propertyNames())) : "");
        }
    }

    private static void addScalar(TextCells.Builder builder, JsonNode value) {
        if (value.isNumber()) {
            builder.add(CellKind.NUMBER, number(value));
        } else if (value.isBoolean()) {
            builder.add(CellKind.BOOLEAN, value.booleanValue() ? "true" : "false");
        } else {
            builder.add(CellKind.TEXT, value.isString() ? value.stringValue() : "");
        }
    }

    private static String number(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue().toString();
        }
        double number = value.doubleValue();
        return Double.isNaN(number) ? "" : NumberStyle.write(number);
    }

    private static void addList(TextCells.Builder builder, NestedColumn column, JsonNode value) {
        if (value.isObject()) {
            builder.addMissing();
            return;
        }
        List<String> items = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode item : value) {
                items.add(item(item));
            }
        } else {
            items.add(item(value));
        }
        items.removeIf(String::isEmpty);
        builder.add(CellKind.LIST, limited(column, String.join(Table.LIST_SEPARATOR, items)));
    }

    private static void addItems(TextCells.Builder builder, NestedColumn column, JsonNode value) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value) {
            JsonNode found = find(each, column.item());
            if (found != null && found.isArray()) {
                found.forEach(inner -> texts.add(item(inner)));
            } else if (found != null) {
                texts.add(item(found));
            }
        }
        texts.removeIf(String::isEmpty);
        builder.add(CellKind.LIST, limited(column, String.join(Table.LIST_SEPARATOR, texts)));
    }

    private static String item(JsonNode item) {
        String text;
        if (item.isNull()) {
            text = "";
        } else if (item.isNumber()) {
            text = number(item);
        } else {
            text = item.isString() ? item.stringValue() : item.toString();
        }
        return text.replace(Table.LIST_SEPARATOR, " ");
    }

    private static String limited(NestedColumn column, String text) {
        if (text.length() > ImportLimits.CELL_LENGTH) {
            throw new ProblemException(Problem.of("cell-too-long", "A list in '%s' has more than %d characters."
                    .formatted(column.name(), ImportLimits.CELL_LENGTH), "Shorten the list or leave the field out."));
        }
        return text;
    }
}
