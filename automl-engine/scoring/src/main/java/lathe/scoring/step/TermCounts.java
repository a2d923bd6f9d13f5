package lathe.scoring.step;

import java.util.Arrays;

/// How often a text has each of some terms; used again from text to text.
final class TermCounts {

    private final int[] counts;
    private int[] met = new int[16];
    private int different;

    /// @param terms that there are
    TermCounts(int terms) {
        counts = new int[terms];
    }

    /// Counts a term once more.
    ///
    /// @param term its number; none if it is below 0
    void add(int term) {
        if (term < 0) {
            return;
        }
        if (counts[term]++ == 0) {
            met = different == met.length ? Arrays.copyOf(met, 2 * different) : met;
            met[different++] = term;
        }
    }

    /// Numbers of the terms met, rising.
    int[] terms() {
        int[] terms = Arrays.copyOf(met, different);
        Arrays.sort(terms);
        return terms;
    }

    int count(int term) {
        return counts[term];
    }

    void clear() {
        for (int i = 0; i < different; i++) {
            counts[met[i]] = 0;
        }
        different = 0;
    }
}
