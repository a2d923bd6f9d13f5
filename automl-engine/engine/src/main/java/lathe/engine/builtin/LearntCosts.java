package lathe.engine.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import lathe.engine.search.CostCorrection;
import lathe.engine.search.CostModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// By how much fits of each learner usually miss what it expects: `cost.json` beside this class, written by `tests/bench/cost_model.py`
/// from recorded fits.
public final class LearntCosts {

    private static final String FILE = "cost.json";

    /// By learner; those whose own word is as good have none.
    public static final Map<String, CostCorrection> CORRECTIONS = read();

    private LearntCosts() { }

    /// A model that has seen no fit of its own yet.
    public static CostModel model() {
        return new CostModel(CORRECTIONS);
    }

    private static Map<String, CostCorrection> read() {
        try (InputStream in = LearntCosts.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " must lie beside " + LearntCosts.class + ", was not there");
            }
            Map<String, CostCorrection> corrections = new HashMap<>();
            JsonMapper.shared().readTree(in.readAllBytes()).properties().forEach(entry -> corrections.put(entry.getKey(), correction(entry.getValue())));
            return Map.copyOf(corrections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CostCorrection correction(JsonNode node) {
        return new CostCorrection(node.required("start").asDouble(), slope(node, "expected"), slope(node, "rows"),
                slope(node, "features"), slope(node, "outputs"), slope(node, "joined"));
    }

    private static CostCorrection.Slope slope(JsonNode node, String input) {
        JsonNode slope = node.required(input);
        return new CostCorrection.Slope(slope.required("slope").asDouble(), slope.required("low").asDouble(), slope.required("high").asDouble());
    }
}
