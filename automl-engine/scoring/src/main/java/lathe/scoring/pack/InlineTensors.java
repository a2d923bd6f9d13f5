package lathe.scoring.pack;

import java.util.Base64;
import lathe.scoring.form.Floats;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Writes every number into the JSON as its shortest exact text: one content, one text. For hashing only.
final class InlineTensors implements TensorSink {

    @Override
    public JsonNode doubles(String label, double[] values) {
        ArrayNode array = JsonText.array();
        for (double value : values) {
            array.add(Double.toString(value));
        }
        return array;
    }

    @Override
    public JsonNode floats(String label, Floats values) {
        ArrayNode array = JsonText.array();
        for (int i = 0; i < values.size(); i++) {
            array.add(Float.toString(values.get(i)));
        }
        return array;
    }

    @Override
    public JsonNode ints(String label, int[] values) {
        ArrayNode array = JsonText.array();
        for (int value : values) {
            array.add(value);
        }
        return array;
    }

    @Override
    public JsonNode bytes(String label, byte[] values) {
        return JsonText.array().add(Base64.getEncoder().encodeToString(values));
    }

    @Override
    public JsonNode flags(String label, boolean[] values) {
        ArrayNode array = JsonText.array();
        for (boolean value : values) {
            array.add(value);
        }
        return array;
    }
}
