package lathe.scoring.step;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        int[] starts = new int[lower.codePointCount(0, lower.length()) + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = lower.offsetByCodePoints(starts[i - 1], 1);
        }
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int i = 0; i + length < starts.length; i++) {
                each.accept(lower.substring(starts[i], starts[i + length]));
            }
        }
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        Vocabulary ofWords = new Vocabulary(words, 0);
        Vocabulary ofRuns = new Vocabulary(runs, words.size());
        double[][] ofLevel = new double[source.levels().size()][];
        double[][] out = new double[outputs.size()][source.rows()];
        for (int row = 0; row < source.rows(); row++) {
            int code = source.code(row);
            if (code < 0) {
                continue;
            }
            if (ofLevel[code] == null) {
                ofLevel[code] = projected(source.levels().get(code), ofWords, ofRuns);
            }
            for (int i = 0; i < out.length; i++) {
                out[i][row] = ofLevel[code][i];
            }
        }
        frame.put(outputs, out);
    }

    private double[] projected(String text, Vocabulary ofWords, Vocabulary ofRuns) {
        double[] sums = new double[outputs.size()];
        Map<Integer, Integer> counts = new TreeMap<>();
        TextVector.words(text, word -> ofWords.count(word, counts));
        add(counts, sums);
        counts.clear();
        runs(text, run -> ofRuns.count(run, counts));
        add(counts, sums);
        return sums;
    }

    private void add(Map<Integer, Integer> counts, double[] sums) {
        double squares = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            double weight = entry.getValue() * weights.get(entry.getKey());
            squares += weight * weight;
        }
        double length = squares > 0 ? Math.sqrt(squares) : 1;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            double weight = entry.getValue() * weights.get(entry.getKey()) / length;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * components.get(entry.getKey() * sums.length + i);
            }
        }
    }
}
