package lathe.scoring.step;

import java.util.List;
import java.util.Map;

/// Known terms by their number, and how often a text has each.
final class Vocabulary {

    private final KnownTexts terms;
    private final int from;

    /// @param from number of the first term
    Vocabulary(List<String> terms, int from) {
        this.terms = KnownTexts.of(terms);
        this.from = from;
    }

    /// Counts a term once more; one that is not known does not count.
    void count(String term, Map<Integer, Integer> counts) {
        int place = terms.place(term);
        if (place >= 0) {
            counts.merge(from + place, 1, Integer::sum);
        }
    }
}
