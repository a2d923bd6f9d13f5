package lathe.tests.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Portfolio;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace.Parameter;
import lathe.engine.provenance.Seed;
import lathe.engine.search.TrialPlan.Start;
import lathe.scoring.Task;

/// Settings tried on every table: the portfolio, and others drawn by lot.
final class Configurations {

    private static final DataShape ANY = new DataShape(Task.BINARY, 2, 4_000, 15);
    private static final Set<String> JOINED = Set.of("arithmetic", "crosses");
    private static final double JOINED_SHARE = 0.25;
    // Only learners that are usually tried: others cannot enter the portfolio.
    private static final Map<String, Integer> DRAWN = new TreeMap<>(Map.of("boosting", 11, "symmetric_boosting", 8, "network", 2,
            "residual_network", 3, "embedding_network", 4, "extra_trees", 3, "explainable_boosting", 2, "logistic", 1));

    private Configurations() { }

    /// Drawn once and for all, whatever the table.
    static List<Start> byLot() {
        List<Start> drawn = new ArrayList<>();
        DRAWN.forEach((id, count) -> {
            for (int i = 0; i < count; i++) {
                RandomGenerator random = new Seed(41).child(id, i).random();
                Map<String, Object> changes = Learners.byId(id).space(ANY).draw(random).values();
                drawn.add(new Start(id, changes, random.nextDouble() < JOINED_SHARE && !id.equals("logistic") ? JOINED : Set.of()));
            }
        });
        return drawn;
    }

    static List<Start> portfolio() {
        return Portfolio.STARTS;
    }

    /// The settings as a learner takes them on such a table; what it does not know there is left at its default.
    static Hyperparameters on(DataShape shape, Start start) {
        Learner learner = Learners.byId(start.learner());
        Map<String, Object> changes = new HashMap<>();
        for (Parameter parameter : learner.space(shape).parameters()) {
            Object value = start.changes().get(parameter.name());
            if (value != null && parameter.allows(value)) {
                changes.put(parameter.name(), value);
            }
        }
        return learner.space(shape).with(changes);
    }

    /// Equal for equal settings: `boosting {leaves=7.0} + crosses`.
    static String name(Start start) {
        return start.learner() + " " + new TreeMap<>(start.changes())
                + (start.generators().isEmpty() ? "" : " + " + new TreeSet<>(start.generators()));
    }
}
