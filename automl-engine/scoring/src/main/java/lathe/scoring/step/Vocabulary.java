package lathe.scoring.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Known terms by their number, and how often a text has each.
final class Vocabulary {

    private final Map<String, Integer> numbers = new HashMap<>();

    /// @param from number of the first term
    Vocabulary(List<String> terms, int from) {
        for (int i = 0; i < terms.size(); i++) {
            numbers.put(terms.get(i), from + i);
        }
    }

    /// Counts a term once more; one that is not known does not count.
    void count(String term, Map<Integer, Integer> counts) {
        @Nullable Integer number = numbers.get(term);
        if (number != null) {
            counts.merge(number, 1, Integer::sum);
        }
    }
}
