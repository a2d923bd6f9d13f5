package lathe.engine.track;

import java.nio.charset.StandardCharsets;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Records of this room as JSON with a format version, read strictly: an unknown or missing key is refused with its name.
public final class RecordCodec {

    /// The version written. Files of a later version are refused, with the advice to take a newer Lathe.
    static final int FORMAT = 1;

    static final String FORMAT_KEY = "format";

    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(20).maxStringLength(1 << 20).maxNumberLength(100).maxNameLength(10_000).build();

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .addModule(RecordModule.create())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private RecordCodec() {
    }

    /// A record as a tree with the format version as its first key.
    static ObjectNode tree(Object record) {
        ObjectNode tree = MAPPER.createObjectNode().put(FORMAT_KEY, FORMAT);
        return tree.setAll((ObjectNode) MAPPER.valueToTree(record));
    }

    /// A record of this room as one line of UTF-8, without the end of the line.
    public static byte[] line(Object record) {
        return MAPPER.writeValueAsBytes(tree(record));
    }

    static byte[] pretty(Object record) {
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(record)) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// @param where file and line, for the message
    /// @throws ProblemException if the bytes are not such a record of a known version
    public static <T> T read(byte[] json, Class<T> type, String where) {
        try {
            return bind(MAPPER.readTree(json), type, where);
        } catch (JacksonException e) {
            throw unreadable(e, where);
        }
    }

    static <T> T bind(JsonNode tree, Class<T> type, String where) {
        if (!(tree instanceof ObjectNode object)) {
            throw new ProblemException(new Problem("record-unreadable",
                    "It must hold one object with keys and values.", where, "Restore the file from a copy."));
        }
        requireFormat(object, where);
        ObjectNode rest = object.deepCopy();
        rest.remove(FORMAT_KEY);
        EarlierFiles.complete(rest, type);
        try {
            return MAPPER.treeToValue(rest, type);
        } catch (JacksonException e) {
            throw unreadable(e, where);
        }
    }

    private static void requireFormat(ObjectNode object, String where) {
        JsonNode format = object.path(FORMAT_KEY);
        int version = format.asInt(-1);
        if (version != FORMAT) {
            throw new ProblemException(new Problem("format-unknown",
                    "Its format version must be %d, was %s.".formatted(FORMAT, format.isMissingNode() ? "missing" : format),
                    where, "Open it with the version of Lathe that wrote it."));
        }
    }

    static ProblemException unreadable(JacksonException e, String where) {
        String what = switch (e) {
            case UnrecognizedPropertyException unknown -> "The key '%s' is not known; known are %s."
                    .formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
            default -> "It cannot be read: " + firstLine(e) + ".";
        };
        return new ProblemException(new Problem("record-unreadable", what, where,
                "Put the file right or restore it from a copy."), e);
    }

    private static String firstLine(JacksonException e) {
        String message = e.getOriginalMessage() == null ? e.getClass().getSimpleName() : e.getOriginalMessage();
        return message.lines().findFirst().orElse("");
    }
}
