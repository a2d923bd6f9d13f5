package lathe.scoring.pack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON in and out, with limits on what is read. Doubles keep every bit; `NaN` is `null`.
final class JsonText {

    static final int DEPTH = 64;
    private static final long LONGEST = 512L << 20;
    private static final long TOKENS = 20_000_000;
    private static final int LONGEST_STRING = 16 << 20;
    private static final int LONGEST_NUMBER = 400;

    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxDocumentLength(LONGEST)
                    .maxTokenCount(TOKENS)
                    .maxStringLength(LONGEST_STRING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()).build();
    private static final JsonMapper WRITER = JsonMapper.builder().build();
    private static final JsonMapper ESCAPING_WRITER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonText() {
    }

    /// @param what the document, for messages
    /// @throws DamagedException if the bytes are no JSON within the limits
    static JsonNode parse(byte[] bytes, String what) {
        try {
            JsonNode node = READER.readTree(bytes);
            if (node.isMissingNode()) {
                throw new DamagedException("%s is empty".formatted(what));
            }
            return node;
        } catch (JacksonException e) {
            throw new DamagedException("%s cannot be read: %s".formatted(what, e.getOriginalMessage()), e);
        }
    }

    static byte[] bytes(JsonNode node) {
        String text = WRITER.writeValueAsString(node);
        // half a surrogate pair has no UTF-8 form, only an escaped one
        boolean encodable = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return (encodable ? text : ESCAPING_WRITER.writeValueAsString(node)).getBytes(StandardCharsets.UTF_8);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode kind(String kind) {
        return object().put("kind", kind);
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    static ArrayNode numbers(double[] values) {
        ArrayNode array = array();
        for (double value : values) {
            array.add(number(value));
        }
        return array;
    }

    /// A finite number, or `null` for `NaN`.
    static JsonNode number(double value) {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("a number in JSON must be finite, was " + value);
        }
        return Double.isNaN(value) ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.numberNode(value);
    }
}
