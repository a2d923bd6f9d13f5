package lathe.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Trials of a search that were fitted, at least in part.
final class History {

    private final SortedMap<Integer, Known> known = new TreeMap<>();

    void add(Trial trial, double loss, List<Double> losses) {
        known.put(trial.number(), new Known(trial, loss, losses));
    }

    /// Whether one that looks at columns has a score.
    boolean hasModel() {
        return known.values().stream().anyMatch(each -> each.isScored() && !each.trial().isFeatureless());
    }

    /// In the order of their numbers.
    List<Known> upTo(int number) {
        return new ArrayList<>(known.headMap(number + 1).values());
    }
}
