package lathe.scoring.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.scoring.StringColumn;

/// Words and word pairs of a text, counted, weighted by idf and scaled to length 1 (TF-IDF).
///
/// Tokens are runs of letters, digits and `_`; only A-Z are lower-cased, so that every runtime does the same.
/// A missing text, or one without a known term, gives zeros.
///
/// @param column  text column read
/// @param terms   words, then pairs joined by one blank
/// @param weights idf of each term
/// @param outputs column put for each term
public record TextVector(String column, List<String> terms, Numbers weights, List<String> outputs) implements OneColumnStep {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+");

    public TextVector {
        terms = KnownTexts.of(terms);
        outputs = List.copyOf(outputs);
        if (terms.size() != weights.size() || terms.size() != outputs.size()) {
            throw new IllegalArgumentException("every term needs a weight and an output, had %d, %d and %d"
                    .formatted(terms.size(), weights.size(), outputs.size()));
        }
    }

    /// The token rule, shared by fitting and applying.
    public static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(lowerAscii(matcher.group()));
        }
        return tokens;
    }

    /// Hands out every word and every pair of neighbours.
    public static void words(String text, Consumer<String> each) {
        String before = "";
        for (String token : tokens(text)) {
            each.accept(token);
            if (!before.isEmpty()) {
                each.accept(before + " " + token);
            }
            before = token;
        }
    }

    static String lowerAscii(String token) {
        StringBuilder out = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return out.toString();
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        Vocabulary known = new Vocabulary(terms, 0);
        double[][] ofLevel = new double[source.levels().size()][];
        double[][] out = new double[terms.size()][source.rows()];
        for (int row = 0; row < source.rows(); row++) {
            int code = source.code(row);
            if (code < 0) {
                continue;
            }
            if (ofLevel[code] == null) {
                ofLevel[code] = sparse(source.levels().get(code), known);
            }
            double[] pairs = ofLevel[code];
            for (int i = 0; i < pairs.length; i += 2) {
                out[(int) pairs[i]][row] = pairs[i + 1];
            }
        }
        frame.put(outputs, out);
    }

    // Pairs of term index and weight: a text has few terms, the vocabulary many.
    private double[] sparse(String text, Vocabulary known) {
        Map<Integer, Integer> counts = new TreeMap<>();
        words(text, word -> known.count(word, counts));
        double squares = 0;
        double[] pairs = new double[2 * counts.size()];
        int next = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            double weight = entry.getValue() * weights.get(entry.getKey());
            squares += weight * weight;
            pairs[next++] = entry.getKey();
            pairs[next++] = weight;
        }
        double length = Math.sqrt(squares);
        for (int i = 1; i < pairs.length && length > 0; i += 2) {
            pairs[i] /= length;
        }
        return pairs;
    }
}
