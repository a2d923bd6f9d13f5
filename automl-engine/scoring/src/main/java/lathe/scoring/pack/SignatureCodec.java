package lathe.scoring.pack;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.CellParser;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Task;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A signature as JSON.
final class SignatureCodec {

    private SignatureCodec() {
    }

    static ObjectNode write(Signature signature) {
        ArrayNode inputs = JsonText.array();
        for (Field field : signature.inputs().fields()) {
            ObjectNode node = JsonText.object().put("name", field.name()).put("type", JsonRecord.name(field.type()))
                    .put("role", JsonRecord.name(field.role())).put("format", field.format());
            node.set("missingTokens", JsonText.texts(field.missingTokens()));
            inputs.add(node);
        }
        ObjectNode node = JsonText.object();
        node.set("inputs", inputs);
        node.put("task", JsonRecord.name(signature.task())).put("target", signature.target());
        node.set("classes", JsonText.texts(signature.classes()));
        node.put("positive", signature.positive());
        return node.set("threshold", JsonText.number(signature.threshold()));
    }

    static Signature read(JsonNode node) {
        JsonRecord r = JsonRecord.of(node, "the signature", "inputs", "task", "target", "classes", "positive", "threshold");
        List<Field> fields = new ArrayList<>();
        for (JsonNode input : r.list("inputs")) {
            JsonRecord f = JsonRecord.of(input, "an input", "name", "type", "role", "format", "missingTokens");
            Field field = new Field(f.text("name"), f.constant("type", FieldType.class), f.constant("role", Role.class),
                    f.text("format"), f.texts("missingTokens"));
            fields.add(new CellParser(field).field());   // which refuses a format it cannot read by
        }
        return new Signature(new Schema(fields), r.constant("task", Task.class), r.text("target"), r.texts("classes"),
                r.whole("positive"), r.number("threshold"));
    }
}
