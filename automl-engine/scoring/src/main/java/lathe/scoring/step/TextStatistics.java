package lathe.scoring.step;

import java.util.List;
import lathe.scoring.StringColumn;

/// Counts of a text's characters and words. A missing text has none.
///
/// Letters, digits and marks are those of ASCII, so that every runtime counts the same.
///
/// @param column  text column read
/// @param parts   what is counted
/// @param outputs column put for each part
public record TextStatistics(String column, List<Part> parts, List<String> outputs) implements OneColumnStep {

    public static final String CAPITAL_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public static final String DIGIT_MARKS = "0123456789";
    public static final String PUNCTUATION_MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static final int ASCII = 128;
    private static final boolean[] CAPITAL = among(CAPITAL_LETTERS);
    private static final boolean[] DIGIT = among(DIGIT_MARKS);
    private static final boolean[] PUNCTUATION = among(PUNCTUATION_MARKS);

    /// A number that is told of a text.
    public enum Part {
        /// Unicode code points.
        LENGTH,
        /// Tokens as in [TextVector].
        WORDS,
        /// Share of A-Z in all characters.
        CAPITALS,
        /// Share of 0-9 in all characters.
        DIGITS,
        /// Share of the marks of ASCII in all characters.
        PUNCTUATION
    }

    public TextStatistics {
        parts = List.copyOf(parts);
        outputs = List.copyOf(outputs);
        if (parts.size() != outputs.size()) {
            throw new IllegalArgumentException("every part needs an output, had %d and %d".formatted(parts.size(), outputs.size()));
        }
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        for (int i = 0; i < outputs.size(); i++) {
            double[] ofLevel = new double[source.levels().size()];
            for (int level = 0; level < ofLevel.length; level++) {
                ofLevel[level] = of(parts.get(i), source.levels().get(level));
            }
            double[] out = new double[source.rows()];
            for (int row = 0; row < out.length; row++) {
                out[row] = source.code(row) < 0 ? 0 : ofLevel[source.code(row)];
            }
            frame.put(outputs.get(i), out);
        }
    }

    /// One part of one text.
    public static double of(Part part, String text) {
        return switch (part) {
            case LENGTH -> text.codePointCount(0, text.length());
            case WORDS -> TextVector.tokens(text).size();
            case CAPITALS -> share(text, CAPITAL);
            case DIGITS -> share(text, DIGIT);
            case PUNCTUATION -> share(text, PUNCTUATION);
        };
    }

    private static double share(String text, boolean[] marks) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            found += c < ASCII && marks[c] ? 1 : 0;
        }
        return found / Math.max(1.0, text.codePointCount(0, text.length()));
    }

    private static boolean[] among(String marks) {
        boolean[] among = new boolean[ASCII];
        marks.chars().forEach(c -> among[c] = true);
        return among;
    }
}
