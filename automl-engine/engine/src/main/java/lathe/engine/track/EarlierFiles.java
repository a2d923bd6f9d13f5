package lathe.engine.track;

import java.util.List;
import java.util.Map;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.AskedLoss;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Keys that the first writers of format 1 did not know, put in with what their absence meant.
final class EarlierFiles {

    private EarlierFiles() {
    }

    static void complete(ObjectNode tree, Class<?> type) {
        if (type == TrialRecord.class && !tree.has("cost")) {
            tree.set("cost", RecordCodec.MAPPER.valueToTree(TrialCost.UNKNOWN));
        }
        if (type != RunRecord.class || !(tree.get("spec") instanceof ObjectNode spec)) {
            return;
        }
        if (!tree.has("continued")) {
            tree.set("continued", RecordCodec.MAPPER.valueToTree(Continued.NONE));
        }
        if (!tree.has("gain")) {
            tree.set("gain", RecordCodec.MAPPER.valueToTree(ExpectedGain.UNKNOWN));
        }
        if (!tree.has("speed")) {
            tree.put("speed", "");   // it stands in the report only
        }
        if (spec.get("reading") instanceof ObjectNode reading) {
            completeReading(reading);
        }
        if (tree.get("ensemble") instanceof ObjectNode ensemble && !ensemble.has("pupil")) {
            ensemble.put("pupil", false);
        }
        if (spec.get("search") instanceof ObjectNode search) {
            complete(search);
        }
        if (!spec.has("table")) {
            spec.set("table", RecordCodec.MAPPER.valueToTree(TableChoice.NONE));
        }
        for (String key : List.of("contradictions", "unusualRows")) {
            if (spec.get("table") instanceof ObjectNode table && !table.has(key)) {
                table.put(key, "");
            }
        }
        completeColumns(spec);
    }

    private static void completeReading(ObjectNode reading) {
        if (!reading.has("sample")) {
            reading.put("sample", 1.0);   // all rows were read
        }
        if (!reading.has("files")) {
            reading.putArray("files");
        }
        for (String key : List.of("entry", "fileColumn", "badRows", "join", "joinOn", "joinMany")) {
            if (!reading.has(key)) {
                reading.put(key, "");
            }
        }
    }

    private static void completeColumns(ObjectNode spec) {
        for (Map.Entry<String, JsonNode> column : spec.path("columns").properties()) {
            for (String key : List.of("known", "monotone")) {
                if (column.getValue() instanceof ObjectNode choice && !choice.has(key)) {
                    choice.put(key, "");
                }
            }
        }
    }

    private static void complete(ObjectNode search) {
        if (!search.has("learners")) {
            search.putArray("learners");
        }
        if (!search.has("validation")) {
            search.put("validation", new Validation.Random().text());
        }
        if (!search.has("classWeights")) {
            search.put("classWeights", SearchSettings.NO_WEIGHTS);
        }
        if (!search.has("loss")) {
            search.put("loss", AskedLoss.NONE.text());
        }
        if (!search.has("strategy")) {
            search.put("strategy", SearchSettings.DEFAULTS.strategy()).put("ensemble", SearchSettings.DEFAULTS.ensemble());
        }
        if (!search.has("scoring")) {
            search.put("scoring", SearchSettings.BEST);
        }
    }
}
