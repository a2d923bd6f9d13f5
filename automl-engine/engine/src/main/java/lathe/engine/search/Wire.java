package lathe.engine.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Monotone;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Messages between the main process and a worker: a length of four bytes, then that many bytes of JSON.
public final class Wire {

    private static final int LONGEST = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Wire() { }

    public static ObjectNode message(String kind) {
        return JSON.createObjectNode().put("kind", kind);
    }

    public static void send(DataOutputStream out, JsonNode message) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(message);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /// The next message, or `null` at the end of the stream.
    public static @Nullable JsonNode receive(DataInputStream in) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException end) {
            return null;
        }
        if (length < 0 || length > LONGEST) {
            throw new IOException("a message must have at most %d bytes, was %d".formatted(LONGEST, length));
        }
        return JSON.readTree(in.readNBytes(length));
    }

    public static ObjectNode job(FoldJob job) {
        Trial trial = job.trial();
        ObjectNode node = message("fit").put("fold", job.fold()).put("seconds", job.seconds())
                .put("number", trial.number()).put("learner", trial.learner()).put("seed", trial.seed().value())
                .put("preparation", trial.recipe().preparation().name());
        node.set("hyperparameters", JSON.valueToTree(trial.hyperparameters().values()));
        node.set("chosen", JSON.valueToTree(trial.recipe().chosen()));
        node.set("generators", JSON.valueToTree(trial.recipe().generators()));
        ObjectNode directions = node.putObject("directions");
        trial.recipe().directions().forEach((column, direction) -> directions.put(column, direction.name()));
        return node;
    }

    public static FoldJob job(JsonNode node) {
        Map<String, Object> values = new HashMap<>();
        node.path("hyperparameters").properties().forEach(entry -> values.put(entry.getKey(),
                entry.getValue().isNumber() ? (Object) entry.getValue().asDouble() : entry.getValue().asString()));
        Map<String, String> chosen = new HashMap<>();
        node.path("chosen").properties().forEach(entry -> chosen.put(entry.getKey(), entry.getValue().asString()));
        Set<String> generators = new HashSet<>();
        node.path("generators").forEach(id -> generators.add(id.asString()));
        Map<String, Monotone> directions = new HashMap<>();
        node.path("directions").properties().forEach(entry -> directions.put(entry.getKey(), Monotone.valueOf(entry.getValue().asString())));
        Trial trial = new Trial(node.path("number").asInt(), node.path("learner").asString(), new Hyperparameters(values),
                new Recipe(Preparation.valueOf(node.path("preparation").asString()), chosen, generators, directions),
                new Seed(node.path("seed").asLong()));
        return new FoldJob(trial, node.path("fold").asInt(), node.path("seconds").asDouble());
    }
}
