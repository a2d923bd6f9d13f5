package lathe.engine.track;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import lathe.engine.data.ColumnRule;
import lathe.engine.profile.Thresholds;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLSchema;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/// Reads and writes `project.yaml` as plain data: no tags, no anchors, no aliases, nothing that makes objects.
///
/// People edit this file, so keys left out or left empty take their defaults; an unknown key is refused with its name.
/// Every value is read as text first: `positive: 007` and `positive: yes` stay what they are.
final class ProjectFile {

    private static final long MOST_BYTES = 1 << 20;
    private static final String BRIEF = "brief";
    private static final String COLUMNS = "columns";
    private static final String CONTRACT = "contract";
    private static final String TABLE = "table";
    private static final String LIMITS = "limits";
    private static final String DICTIONARY = "dictionary";
    private static final String SIGNED = "signed";

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
            .streamReadConstraints(RecordCodec.LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .yamlSchema(YAMLSchema.FAILSAFE)
            .stringQuotingChecker(new QuotedLineBreaks())
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .build()).build();

    private ProjectFile() {
    }

    static void write(Path file, ProjectSettings settings) {
        write(file, text(settings));
    }

    /// @param text of settings
    static void write(Path file, String text) {
        SafeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Settings as they stand in the file.
    static String text(ProjectSettings settings) {
        ObjectNode tree = RecordCodec.tree(settings);
        leaveOutWhatIsEmptyInEach(tree.path(COLUMNS));
        leaveOutWhatIsEmptyInEach(tree.path(CONTRACT));
        if (settings.table().equals(TableChoice.NONE)) {
            tree.remove(TABLE);
        } else {
            leaveOutWhatIsEmpty((ObjectNode) tree.path(TABLE));
        }
        if (settings.limits().equals(Thresholds.USUAL)) {
            tree.remove(LIMITS);
        }
        if (settings.dictionary().equals(ColumnDictionary.EMPTY)) {
            tree.remove(DICTIONARY);
        } else {
            ObjectNode dictionary = (ObjectNode) tree.path(DICTIONARY);
            leaveOutWhatIsEmptyInEach(dictionary.path(COLUMNS));
            leaveOutWhatIsEmpty((ObjectNode) dictionary.path(SIGNED));
            leaveOutWhatIsEmpty(dictionary);
        }
        ObjectNode brief = (ObjectNode) tree.path(BRIEF);
        leaveOutWhatIsEmpty((ObjectNode) brief.path("payOff"));
        leaveOutWhatIsEmpty(brief);
        return YAML.writeValueAsString(tree);
    }

    /// A new file that holds a contract and nothing else.
    static void writeContract(Path file, Map<String, ColumnRule> rules) {
        ObjectNode contract = (ObjectNode) RecordCodec.tree(ProjectSettings.EMPTY.withContract(rules)).path(CONTRACT);
        leaveOutWhatIsEmptyInEach(contract);
        ObjectNode tree = RecordCodec.MAPPER.createObjectNode().put(RecordCodec.FORMAT_KEY, RecordCodec.FORMAT);
        tree.set(CONTRACT, contract);
        SafeFile.replace(file, YAML.writeValueAsBytes(tree));
    }

    private static void leaveOutWhatIsEmptyInEach(JsonNode nodes) {
        for (Map.Entry<String, JsonNode> each : nodes.properties()) {
            leaveOutWhatIsEmpty((ObjectNode) each.getValue());
        }
    }

    private static void leaveOutWhatIsEmpty(ObjectNode node) {
        node.properties().removeIf(entry -> leftOut(entry.getValue()));
    }

    /// @throws ProblemException if the file is not there or not understood
    static ProjectSettings read(Path file) {
        byte[] bytes = SafeFile.read(file, MOST_BYTES);
        String where = file.toString();
        try {
            refuseTricks(bytes, where);
            if (!(YAML.readTree(bytes) instanceof ObjectNode given)) {
                throw new ProblemException(new Problem("project-unreadable", "It must hold keys and values.", where,
                        "Restore the file from a copy."));
            }
            ObjectNode whole = RecordCodec.tree(ProjectSettings.EMPTY);
            whole.remove(RecordCodec.FORMAT_KEY);
            readTextAsBrief(given);
            overlay(whole, given);
            fill(whole, COLUMNS, ColumnChoice.NONE);
            fill(whole, CONTRACT, ColumnRule.NONE);
            if (whole.path(DICTIONARY) instanceof ObjectNode dictionary) {
                fill(dictionary, COLUMNS, ColumnMeaning.NONE);
            }
            return RecordCodec.bind(whole, ProjectSettings.class, where);
        } catch (JacksonException e) {
            throw RecordCodec.unreadable(e, where);
        }
    }

    private static void refuseTricks(byte[] bytes, String where) {
        try (JsonParser parser = YAML.createParser(bytes)) {
            while (parser.nextToken() != null) {
                if (parser instanceof YAMLParser yaml
                        && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
                    throw new ProblemException(new Problem("project-unreadable",
                            "Anchors, aliases and tags are not allowed in this file.",
                            where + ", line " + parser.currentTokenLocation().getLineNr(),
                            "Write the value out where it is needed."));
                }
            }
        }
    }

    // The first versions knew a brief of one text only.
    private static void readTextAsBrief(ObjectNode given) {
        JsonNode brief = given.path(BRIEF);
        if (brief.isString()) {
            given.set(BRIEF, RecordCodec.MAPPER.createObjectNode().put("context", brief.stringValue()));
        }
    }

    private static void overlay(ObjectNode base, ObjectNode given) {
        for (Map.Entry<String, JsonNode> property : given.properties()) {
            JsonNode old = base.path(property.getKey());
            JsonNode value = property.getValue();
            if (value instanceof ObjectNode inner && old instanceof ObjectNode outer) {
                overlay(outer, inner);
            } else if (!leftOut(value) || old.isMissingNode()) {
                base.set(property.getKey(), value);
            }
        }
    }

    private static boolean leftOut(JsonNode value) {
        return value.isNull() || value.isString() && value.stringValue().isEmpty()
                || value instanceof ArrayNode array && array.isEmpty() || value instanceof ObjectNode object && object.isEmpty();
    }

    /// Completes what is given about columns with what is usual.
    private static void fill(ObjectNode whole, String key, Object usual) {
        ObjectNode columns = RecordCodec.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> column : whole.path(key).properties()) {
            ObjectNode choice = RecordCodec.MAPPER.valueToTree(usual);
            if (column.getValue() instanceof ObjectNode given) {
                overlay(choice, given);
            }
            columns.set(column.getKey(), choice);
        }
        if (whole.path(key).isObject()) {
            whole.set(key, columns);
        }
    }

    /// Quotes texts that hold the rarer line breaks of YAML (Unicode's next line, line and paragraph separator) too: written plainly, they
    /// would be read as blanks or be lost.
    private static final class QuotedLineBreaks extends StringQuotingChecker.Default {

        @Override
        public boolean needToQuoteName(String name) {
            return breaks(name) || super.needToQuoteName(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return breaks(value) || super.needToQuoteValue(value);
        }

        private static boolean breaks(String text) {
            return text.chars().anyMatch(sign -> sign == 0x85 || sign == 0x2028 || sign == 0x2029);
        }
    }
}
