package lathe.scoring.pack;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.Predictions;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Golden rows as JSON, column by column; missing is `null`.
final class GoldenCodec {

    private static final int MOST_ROWS = 10_000;

    private GoldenCodec() {
    }

    static ObjectNode write(GoldenRows golden) {
        ObjectNode node = JsonText.object();
        ArrayNode columns = node.putArray("columns");
        for (int i = 0; i < golden.fields().size(); i++) {
            ObjectNode column = columns.addObject().put("name", golden.fields().get(i).name());
            column.set("values", values(golden.rows().columns().get(i)));
        }
        node.put("width", golden.expected().width());
        return node.set("expected", JsonText.numbers(golden.expected().values()));
    }

    private static ArrayNode values(Column column) {
        return switch (column) {
            case NumberColumn numbers -> JsonText.numbers(numbers.values());
            case StringColumn strings -> {
                ArrayNode array = JsonText.array();
                for (int row = 0; row < strings.rows(); row++) {
                    if (strings.isMissing(row)) {
                        array.addNull();
                    } else {
                        array.add(strings.text(row));
                    }
                }
                yield array;
            }
        };
    }

    static GoldenRows read(JsonNode node, Schema inputs) {
        JsonRecord record = JsonRecord.of(node, "golden.json", "columns", "width", "expected");
        List<JsonNode> nodes = record.list("columns");
        if (nodes.size() != inputs.size()) {
            throw new DamagedException("golden rows need the %d columns of the signature, had %d".formatted(inputs.size(), nodes.size()));
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonRecord column = JsonRecord.of(nodes.get(i), "a golden column", "name", "values");
            if (!column.text("name").equals(inputs.field(i).name()) || column.list("values").size() > MOST_ROWS) {
                throw new DamagedException("golden column %d must be '%s' with at most %d rows"
                        .formatted(i, inputs.field(i).name(), MOST_ROWS));
            }
            columns.add(inputs.field(i).type().isNumber() ? new NumberColumn(column.numbers("values")) : strings(column));
        }
        return new GoldenRows(new Table(inputs, columns), new Predictions(record.whole("width"), record.numbers("expected")));
    }

    private static StringColumn strings(JsonRecord column) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : column.list("values")) {
            texts.add(value.isNull() ? "" : JsonRecord.text(value, "values", "a golden column"));
        }
        return StringColumn.of(texts);
    }
}
