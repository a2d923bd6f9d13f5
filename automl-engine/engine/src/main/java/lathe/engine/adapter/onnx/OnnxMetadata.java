package lathe.engine.adapter.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.scoring.Field;
import lathe.scoring.Pipeline;
import lathe.scoring.Signature;
import lathe.scoring.Task;
import tools.jackson.databind.json.JsonMapper;

/// What a file says about itself from the pipeline alone, so that a stranger can feed it: `metadata_props` by key.
final class OnnxMetadata {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OnnxMetadata() {
    }

    /// Keys sorted; lists as JSON. The caller adds what only it knows: scores, data fingerprint, versions, seed.
    static Map<String, String> of(Pipeline pipeline) {
        Signature signature = pipeline.signature();
        Map<String, String> texts = new TreeMap<>();
        texts.put("lathe.task", signature.task().name());
        texts.put("lathe.target", signature.target());
        texts.put("lathe.inputs", JSON.writeValueAsString(inputs(pipeline)));
        if (signature.task().isClassification()) {
            texts.put("lathe.classes", JSON.writeValueAsString(signature.classes()));
        }
        if (signature.task() == Task.BINARY) {
            texts.put("lathe.positive", signature.classes().get(signature.positive()));
            texts.put("lathe.threshold", Double.toString(signature.threshold()));
        }
        return texts;
    }

    private static List<Map<String, String>> inputs(Pipeline pipeline) {
        List<Map<String, String>> inputs = new ArrayList<>();
        for (Field field : PipelineGraph.inputs(pipeline)) {
            Map<String, String> input = new LinkedHashMap<>();
            input.put("name", field.name());
            input.put("type", field.type().name());
            input.put("tensor", field.type().isNumber() ? "double" : "string");
            input.put("missing", field.type().isNumber() ? "NaN" : "empty");
            inputs.add(input);
        }
        return inputs;
    }
}
