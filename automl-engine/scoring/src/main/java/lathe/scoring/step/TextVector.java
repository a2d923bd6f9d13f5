package lathe.scoring.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
        int start = -1;
        for (int at = 0; at < text.length();) {
            int character = text.codePointAt(at);
            boolean inside = isOfToken(character);
            if (inside && start < 0) {
                start = at;
            } else if (!inside && start >= 0) {
                tokens.add(lowerAscii(text.substring(start, at)));
                start = -1;
            }
            at += Character.charCount(character);
        }
        if (start >= 0) {
            tokens.add(lowerAscii(text.substring(start)));
        }
        return tokens;
    }

    // The classes L and N of Unicode, and `_`.
    private static boolean isOfToken(int character) {
        if (character == '_' || Character.isLetterOrDigit(character)) {
            return true;
        }
        int type = Character.getType(character);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
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
        int capital = 0;
        while (capital < token.length() && !isCapital(token.charAt(capital))) {
            capital++;
        }
        if (capital == token.length()) {
            return token;
        }
        char[] out = token.toCharArray();
        for (int i = capital; i < out.length; i++) {
            out[i] = isCapital(out[i]) ? (char) (out[i] + 32) : out[i];
        }
        return new String(out);
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        TermCounts counts = new TermCounts(terms.size());
        double[][] ofLevel = new double[source.levels().size()][];
        double[][] out = new double[terms.size()][source.rows()];
        for (int row = 0; row < source.rows(); row++) {
            int code = source.code(row);
            if (code < 0) {
                continue;
            }
            if (ofLevel[code] == null) {
                ofLevel[code] = sparse(source.levels().get(code), counts);
            }
            double[] pairs = ofLevel[code];
            for (int i = 0; i < pairs.length; i += 2) {
                out[(int) pairs[i]][row] = pairs[i + 1];
            }
        }
        frame.put(outputs, out);
    }

    // Pairs of term index and weight: a text has few terms, the vocabulary many.
    private double[] sparse(String text, TermCounts counts) {
        KnownTexts known = KnownTexts.of(terms);
        words(text, word -> counts.add(known.place(word)));
        int[] met = counts.terms();
        double squares = 0;
        double[] pairs = new double[2 * met.length];
        int next = 0;
        for (int term : met) {
            double weight = counts.count(term) * weights.get(term);
            squares += weight * weight;
            pairs[next++] = term;
            pairs[next++] = weight;
        }
        counts.clear();
        double length = Math.sqrt(squares);
        for (int i = 1; i < pairs.length && length > 0; i += 2) {
            pairs[i] /= length;
        }
        return pairs;
    }
}
