package lathe.engine.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.engine.search.TrialPlan.Start;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a search tries first, and how often it draws each learner afterwards: `portfolio.json` beside this class.
///
/// Cheap ones come first, so that there is a useful model soon. Most of the boosting settings follow the learnt portfolios of
/// AutoGluon (2025-12-18) and the tuned defaults of D. Holzmüller et al. (arXiv 2407.04491), with larger steps where their
/// smaller ones would not end within a minute. How an order is learnt and judged: `tests/bench/portfolio.sh`.
public final class Portfolio {

    private static final String FILE = "portfolio.json";
    private static final JsonNode TREE = read();

    /// In the order of trying.
    public static final List<Start> STARTS = starts();

    /// Share of draws by learner id, any positive scale.
    public static final Map<String, Double> SHARES = shares();

    private Portfolio() { }

    private static JsonNode read() {
        try (InputStream in = Portfolio.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " must lie beside " + Portfolio.class + ", was not there");
            }
            return JsonMapper.shared().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Start> starts() {
        List<Start> starts = new ArrayList<>();
        for (JsonNode start : TREE.required("starts")) {
            Map<String, Object> changes = new HashMap<>();
            start.required("changes").properties()
                    .forEach(entry -> changes.put(entry.getKey(), value(entry.getValue())));
            Set<String> generators = new HashSet<>();
            start.path("generators").forEach(generator -> generators.add(generator.asString()));
            starts.add(new Start(start.required("learner").asString(), changes, generators));
        }
        return List.copyOf(starts);
    }

    private static Object value(JsonNode value) {
        return value.isNumber() ? (Object) value.asDouble() : value.asString();
    }

    private static Map<String, Double> shares() {
        Map<String, Double> shares = new HashMap<>();
        TREE.required("shares").properties().forEach(entry -> shares.put(entry.getKey(), entry.getValue().asDouble()));
        return Map.copyOf(shares);
    }
}
