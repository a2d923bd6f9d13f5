package lathe.scoring.step;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import lathe.scoring.StringColumn;

/// A text's words, word pairs and runs of 3 to 5 characters, weighted by idf and projected on few directions (latent
/// semantic analysis).
///
/// Words and runs are each scaled to length 1 before the projection. A missing text gives zeros. Tokens as in [TextVector];
/// runs are of the text with A-Z lower-cased, blanks included.
///
/// @param column     text column read
/// @param words      words, then pairs joined by one blank
/// @param runs       runs of characters, short ones first
/// @param weights    idf of words, then of runs
/// @param components shape (words + runs) × outputs
/// @param outputs    column put for each direction
public record TextSvd(String column, List<String> words, List<String> runs, Numbers weights, Numbers components,
        List<String> outputs) implements OneColumnStep {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    public TextSvd {
        words = KnownTexts.of(words);
        runs = KnownTexts.of(runs);
        outputs = List.copyOf(outputs);
        long terms = (long) words.size() + runs.size();
        if (weights.size() != terms || components.size() != terms * outputs.size()) {
            throw new IllegalArgumentException("%d terms and %d outputs need a weight for each term and a number for each of both, had %d and %d"
                    .formatted(terms, outputs.size(), weights.size(), components.size()));
        }
        if (new HashSet<>(runs).size() < runs.size()) {
            throw new IllegalArgumentException("runs must differ");
        }
        int length = SHORTEST;
        for (String run : runs) {
            int own = run.codePointCount(0, run.length());
            if (own < length || own > LONGEST) {
                throw new IllegalArgumentException("runs must have 3 to 5 characters, short ones first, had '%s'".formatted(run));
            }
            length = own;
        }
    }

    /// Hands out every run of 3 to 5 characters.
    public static void runs(String text, Consumer<String> each) {
        String lower = TextVector.lowerAscii(text);
        int[] starts = starts(lower);
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int i = 0; i + length < starts.length; i++) {
                each.accept(lower.substring(starts[i], starts[i + length]));
            }
        }
    }

    // Of each character, and the end.
    private static int[] starts(String text) {
        int[] starts = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + Character.charCount(text.codePointAt(starts[i - 1]));
        }
        return starts;
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        TermCounts counts = new TermCounts(words.size() + runs.size());
        double[][] ofLevel = new double[source.levels().size()][];
        double[][] out = new double[outputs.size()][source.rows()];
        for (int row = 0; row < source.rows(); row++) {
            int code = source.code(row);
            if (code < 0) {
                continue;
            }
            if (ofLevel[code] == null) {
                ofLevel[code] = projected(source.levels().get(code), counts);
            }
            for (int i = 0; i < out.length; i++) {
                out[i][row] = ofLevel[code][i];
            }
        }
        frame.put(outputs, out);
    }

    private double[] projected(String text, TermCounts counts) {
        double[] sums = new double[outputs.size()];
        KnownTexts known = KnownTexts.of(words);
        TextVector.words(text, word -> counts.add(known.place(word)));
        add(counts, sums);
        countRuns(TextVector.lowerAscii(text), counts);
        add(counts, sums);
        return sums;
    }

    // As runs() hands them out, without cutting each out of the text: a run's hash goes on from that of the shorter one.
    private void countRuns(String lower, TermCounts counts) {
        KnownTexts known = KnownTexts.of(runs);
        int[] starts = starts(lower);
        for (int i = 0; i + SHORTEST < starts.length; i++) {
            int hash = 0;
            int at = starts[i];
            for (int length = 1; length <= LONGEST && i + length < starts.length; length++) {
                for (; at < starts[i + length]; at++) {
                    hash = 31 * hash + lower.charAt(at);
                }
                if (length >= SHORTEST) {
                    int place = known.place(lower, starts[i], at, hash);
                    counts.add(place < 0 ? -1 : words.size() + place);
                }
            }
        }
    }

    private void add(TermCounts counts, double[] sums) {
        int[] terms = counts.terms();
        double squares = 0;
        for (int term : terms) {
            double weight = counts.count(term) * weights.get(term);
            squares += weight * weight;
        }
        double length = squares > 0 ? Math.sqrt(squares) : 1;
        for (int term : terms) {
            double weight = counts.count(term) * weights.get(term) / length;
            components.addTo(sums, term * sums.length, weight);
        }
        counts.clear();
    }
}
