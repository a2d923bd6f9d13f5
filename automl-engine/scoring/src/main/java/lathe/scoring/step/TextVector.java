package lathe.scoring.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.scoring.StringColumn;
import org.jspecify.annotations.Nullable;

/// Words and word pairs of a text, counted, weighted by idf and scaled to length 1 (TF-IDF).
///
/// Tokens are runs of letters, digits and `_`; only A-Z are lower-cased, so that every runtime does the same.
/// A missing text, or one without a known term, gives zeros.
///
/// @param column  text column read
/// @param terms   words, then pairs joined by one blank
/// @param weights idf of each term
/// @param outputs column put for each term
public record TextVector(String column, List<String> terms, Numbers weights, List<String> outputs) implements FittedStep {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+");

    public TextVector {
        terms = List.copyOf(terms);
        outputs = List.copyOf(outputs);
        if (terms.size() != weights.size() || terms.size() != outputs.size()) {
            throw new IllegalArgumentException("every term needs a weight and an output, had %d, %d and %d"
                    .formatted(terms.size(), weights.size(), outputs.size()));
        }
    }

    @Override
    public List<String> reads() {
        return List.of(column);
    }

    @Override
    public List<String> writes() {
        return outputs;
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
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            index.put(terms.get(i), i);
        }
        double[][] ofLevel = new double[source.levels().size()][];
        double[][] out = new double[terms.size()][source.rows()];
        for (int row = 0; row < source.rows(); row++) {
            int code = source.code(row);
            if (code < 0) {
                continue;
            }
            if (ofLevel[code] == null) {
                ofLevel[code] = sparse(source.levels().get(code), index);
            }
            double[] pairs = ofLevel[code];
            for (int i = 0; i < pairs.length; i += 2) {
                out[(int) pairs[i]][row] = pairs[i + 1];
            }
        }
        for (int i = 0; i < out.length; i++) {
            frame.put(outputs.get(i), out[i]);
        }
    }

    // Pairs of term index and weight: a text has few terms, the vocabulary many.
    private double[] sparse(String text, Map<String, Integer> index) {
        Map<Integer, Integer> counts = new TreeMap<>();
        String before = "";
        for (String token : tokens(text)) {
            count(index.get(token), counts);
            if (!before.isEmpty()) {
                count(index.get(before + " " + token), counts);
            }
            before = token;
        }
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

    private static void count(@Nullable Integer term, Map<Integer, Integer> counts) {
        if (term != null) {
            counts.merge(term, 1, Integer::sum);
        }
    }
}
