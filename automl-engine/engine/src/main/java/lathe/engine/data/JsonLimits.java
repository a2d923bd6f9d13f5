package lathe.engine.data;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON of strangers, one value after the other: read with limits on depth, text and number length; a key twice in an object is refused. `NaN` and
/// infinities, which many programs write, are let through for the typing to judge.
public final class JsonLimits {

    private JsonLimits() {
    }

    public static JsonMapper mapper() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(ImportLimits.DEPTH).maxStringLength(ImportLimits.CELL_LENGTH).maxNumberLength(1000).build();
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(limits)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
        return JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    }
}
