package lathe.scoring.pack;

import java.util.Arrays;
import java.util.List;
import lathe.scoring.Uncertainty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Ranges and sets as JSON.
final class UncertaintyCodec {

    private UncertaintyCodec() {
    }

    static ObjectNode write(Uncertainty uncertainty) {
        return switch (uncertainty) {
            case Uncertainty.None _ -> JsonText.kind("none");
            case Uncertainty.Range range -> {
                ObjectNode node = JsonText.kind("range");
                node.set("level", JsonText.number(range.level()));
                node.set("at", numbers(range.at()));
                node.set("scale", numbers(range.scale()));
                node.set("factor", JsonText.number(range.factor()));
                yield node;
            }
            case Uncertainty.Sets sets -> {
                ObjectNode node = JsonText.kind("sets");
                node.set("level", JsonText.number(sets.level()));
                node.set("least", numbers(sets.least()));
                yield node;
            }
        };
    }

    private static JsonNode numbers(List<Double> values) {
        return JsonText.numbers(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Uncertainty read(JsonNode node) {
        String kind = JsonRecord.kind(node, "the uncertainty");
        return switch (kind) {
            case "none" -> {
                JsonRecord.of(node, "the uncertainty", "kind");
                yield new Uncertainty.None();
            }
            case "range" -> {
                JsonRecord r = JsonRecord.of(node, "the uncertainty", "kind", "level", "at", "scale", "factor");
                yield new Uncertainty.Range(r.number("level"), list(r, "at"), list(r, "scale"), r.number("factor"));
            }
            case "sets" -> {
                JsonRecord r = JsonRecord.of(node, "the uncertainty", "kind", "level", "least");
                yield new Uncertainty.Sets(r.number("level"), list(r, "least"));
            }
            default -> throw new DamagedException("the uncertainty has the unknown kind '%s'".formatted(kind));
        };
    }

    private static List<Double> list(JsonRecord record, String key) {
        return Arrays.stream(record.numbers(key)).boxed().toList();
    }
}
