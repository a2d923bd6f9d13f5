package lathe.scoring.pack;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.scoring.Signature;
import lathe.scoring.Uncertainty;
import lathe.scoring.pack.Manifest.InputFacts;
import lathe.scoring.pack.Manifest.MemberNote;
import lathe.scoring.pack.Manifest.ReportedScore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A manifest as JSON. Written into the object that already holds format, version and signature.
final class ManifestCodec {

    private static final String[] KEYS = {"format", "formatVersion", "created", "latheVersion", "signature", "scores", "provenance",
        "members", "inputs", "uncertainty"};

    private ManifestCodec() {
    }

    static void write(Manifest manifest, ObjectNode into) {
        into.put("created", manifest.created().toString()).put("latheVersion", manifest.latheVersion());
        ArrayNode scores = into.putArray("scores");
        manifest.scores().forEach(score -> scores.add(write(score)));
        ObjectNode provenance = into.putObject("provenance");
        manifest.provenance().forEach(provenance::put);
        ArrayNode members = into.putArray("members");
        manifest.members().forEach(member -> members.add(write(member)));
        ArrayNode inputs = into.putArray("inputs");
        manifest.inputs().forEach(facts -> inputs.add(write(facts)));
        into.set("uncertainty", UncertaintyCodec.write(manifest.uncertainty()));
    }

    /// The keys of a manifest, with what its absence meant for one that the first writers did not know.
    static JsonRecord record(JsonNode manifest, String what) {
        if (manifest instanceof ObjectNode object && !object.has("uncertainty")) {
            object.set("uncertainty", UncertaintyCodec.write(new Uncertainty.None()));
        }
        return JsonRecord.of(manifest, what, KEYS);
    }

    private static ObjectNode write(ReportedScore score) {
        ObjectNode node = JsonText.object().put("metric", score.metric());
        node.set("value", JsonText.number(score.value()));
        node.set("lower", JsonText.number(score.lower()));
        node.set("upper", JsonText.number(score.upper()));
        node.set("level", JsonText.number(score.level()));
        return node.put("rows", score.rows()).put("kind", score.kind());
    }

    private static ObjectNode write(MemberNote member) {
        ObjectNode node = JsonText.object().put("name", member.name());
        node.set("weight", JsonText.number(member.weight()));
        node.put("learner", member.learner());
        ObjectNode values = node.putObject("hyperparameters");
        member.hyperparameters().forEach((key, value) -> {
            if (value instanceof Double number) {
                values.set(key, JsonText.number(number));
            } else {
                values.put(key, value.toString());
            }
        });
        return node;
    }

    private static ObjectNode write(InputFacts facts) {
        ObjectNode node = JsonText.object().put("name", facts.name());
        node.set("levels", JsonText.texts(facts.levels()));
        node.set("low", JsonText.number(facts.low()));
        node.set("high", JsonText.number(facts.high()));
        return node.put("unit", facts.unit());
    }

    static Manifest read(JsonRecord record, Signature signature) {
        List<ReportedScore> scores = new ArrayList<>();
        for (JsonNode node : record.list("scores")) {
            JsonRecord r = JsonRecord.of(node, "a score", "metric", "value", "lower", "upper", "level", "rows", "kind");
            scores.add(new ReportedScore(r.text("metric"), r.number("value"), r.number("lower"), r.number("upper"),
                    r.number("level"), r.whole("rows"), r.text("kind")));
        }
        List<MemberNote> members = new ArrayList<>();
        for (JsonNode node : record.list("members")) {
            JsonRecord r = JsonRecord.of(node, "a member", "name", "weight", "learner", "hyperparameters");
            members.add(new MemberNote(r.text("name"), r.number("weight"), r.text("learner"), values(r.node("hyperparameters"))));
        }
        List<InputFacts> inputs = new ArrayList<>();
        for (JsonNode node : record.list("inputs")) {
            JsonRecord r = JsonRecord.of(node, "an input's facts", "name", "levels", "low", "high", "unit");
            inputs.add(new InputFacts(r.text("name"), r.texts("levels"), r.number("low"), r.number("high"), r.text("unit")));
        }
        Uncertainty uncertainty = UncertaintyCodec.read(record.node("uncertainty"));
        if (!uncertainty.fits(signature)) {
            throw new DamagedException("the uncertainty does not fit the answers of the model");
        }
        return new Manifest(instant(record.text("created")), record.text("latheVersion"), scores,
                texts(record.node("provenance")), members, inputs, uncertainty);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new DamagedException("'created' must be a time, was '%s'".formatted(text), e);
        }
    }

    private static Map<String, Object> values(JsonNode node) {
        Map<String, Object> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            if (!value.isNumber() && !value.isString()) {
                throw new DamagedException("hyperparameter '%s' must be a number or a text".formatted(entry.getKey()));
            }
            values.put(entry.getKey(), value.isNumber() ? (Object) value.doubleValue() : value.stringValue());
        }
        return values;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        for (String key : node.propertyNames()) {
            texts.put(key, JsonRecord.text(node.path(key), key, "the provenance"));
        }
        return texts;
    }
}
