package lathe.engine.flow.resume;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.search.FoldJob;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.search.Wire;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `trial-N.json`: what was tried, how it ended, and which files belong to it.
final class KeptTrialCodec {

    private static final Logger LOG = Logger.getLogger(KeptTrialCodec.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeptTrialCodec() { }

    /// A file as it was written.
    record Mark(long bytes, long sum) { }

    /// What stands in the file.
    ///
    /// @param trial       without predictions and members
    /// @param predictions of their file; none if only the score was kept
    /// @param members     of the files of the folds
    record Entry(KeptTrial trial, @Nullable Mark predictions, List<Mark> members) {
        Entry {
            members = List.copyOf(members);
        }
    }

    /// @return nothing for outcomes that leave nothing behind
    static Optional<byte[]> write(Entry entry) {
        TrialEnd end = entry.trial().end();
        ObjectNode node = JSON.createObjectNode();
        node.set("trial", Wire.job(new FoldJob(end.trial(), 0, 0)));
        node.put("started", end.started().toString()).put("ended", end.ended().toString()).put("at", entry.trial().at());
        switch (end.outcome()) {
            case TrialOutcome.Scored scored -> {
                node.put("kind", "scored").put("value", scored.value()).put("seconds", scored.seconds())
                        .put("features", scored.features());
                number(node, "predictMicros", scored.predictMicros());
                numbers(node, scored.foldValues());
                files(node, entry);
            }
            case TrialOutcome.Dropped dropped -> {
                node.put("kind", "dropped").put("reason", dropped.reason()).put("seconds", dropped.seconds());
                numbers(node, dropped.foldValues());
            }
            case TrialOutcome.Failed failed -> node.put("kind", "failed").put("seconds", failed.seconds())
                    .put("code", failed.problem().code()).put("reason", failed.problem().what())
                    .put("remedy", failed.problem().remedy());
            case TrialOutcome.Skipped _, TrialOutcome.Cancelled _ -> {
                return Optional.empty();
            }
        }
        return Optional.of(JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8));
    }

    private static void files(ObjectNode node, Entry entry) {
        if (entry.predictions() == null) {
            return;
        }
        node.set("predictions", mark(entry.predictions()));
        ArrayNode members = node.putArray("members");
        entry.members().forEach(member -> members.add(mark(member)));
    }

    private static ObjectNode mark(Mark mark) {
        return JSON.createObjectNode().put("bytes", mark.bytes()).put("sum", mark.sum());
    }

    // JSON has no word for what is no number.
    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }

    private static void numbers(ObjectNode node, List<Double> values) {
        ArrayNode array = node.putArray("foldValues");
        values.forEach(value -> {
            if (Double.isFinite(value)) {
                array.add(value);
            } else {
                array.addNull();
            }
        });
    }

    /// @param number of the trial the file is named after
    /// @param width  numbers of an answer
    /// @return nothing if it is not understood; the trial is then fitted again
    static Optional<Entry> read(byte[] bytes, int number, int width, Path file) {
        try {
            JsonNode node = JSON.readTree(bytes);
            Trial trial = Wire.job(node.path("trial")).trial();
            if (trial.number() != number) {
                throw new IllegalArgumentException("the file of trial %d holds trial %d".formatted(number, trial.number()));
            }
            TrialEnd end = new TrialEnd(trial, Instant.parse(node.path("started").asString("")),
                    Instant.parse(node.path("ended").asString("")), outcome(node, width));
            double at = node.path("at").asDouble(0);
            return Optional.of(new Entry(new KeptTrial(end, at), mark(node.path("predictions")), marks(node.path("members"))));
        } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
            LOG.log(Level.INFO, "not understood: " + file, unreadable);
            return Optional.empty();
        }
    }

    private static TrialOutcome outcome(JsonNode node, int width) {
        double seconds = node.path("seconds").asDouble(0);
        return switch (node.path("kind").asString("")) {
            case "scored" -> new TrialOutcome.Scored(finite(node, "value"), numbers(node), seconds,
                    new Predictions(width, new double[0]), List.of(), node.path("predictMicros").asDouble(Double.NaN),
                    node.path("features").asInt(0));
            case "dropped" -> new TrialOutcome.Dropped(node.path("reason").asString(""), numbers(node), seconds);
            case "failed" -> new TrialOutcome.Failed(new Problem(node.path("code").asString("trial-failed"),
                    node.path("reason").asString("It failed."), "", node.path("remedy").asString("")), seconds);
            default -> throw new IllegalArgumentException("unknown kind of trial " + node.path("kind"));
        };
    }

    private static double finite(JsonNode node, String name) {
        double value = node.path(name).asDouble(Double.NaN);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s must be a number, was %s".formatted(name, node.path(name)));
        }
        return value;
    }

    private static List<Double> numbers(JsonNode node) {
        List<Double> values = new ArrayList<>();
        node.path("foldValues").forEach(value -> values.add(value.isNumber() ? value.asDouble() : Double.NaN));
        return values;
    }

    private static List<Mark> marks(JsonNode array) {
        List<Mark> marks = new ArrayList<>();
        for (JsonNode each : array) {
            Mark mark = mark(each);
            if (mark != null) {
                marks.add(mark);
            }
        }
        return marks;
    }

    private static @Nullable Mark mark(JsonNode node) {
        return node.isObject() ? new Mark(node.path("bytes").asLong(-1), node.path("sum").asLong(-1)) : null;
    }
}
