package lathe.scoring.step;

import java.util.List;
import lathe.scoring.StringColumn;

/// A number for each text: ordinal codes, frequencies, target encodings.
///
/// @param column  text column read
/// @param texts   texts known, each once
/// @param values  number of each text
/// @param missing number of a missing text
/// @param unseen  number of a text that is not listed
/// @param output  column put
public record Lookup(String column, List<String> texts, Numbers values, double missing, double unseen, String output)
        implements FittedStep {

    public Lookup {
        texts = KnownTexts.of(texts);
        if (texts.size() != values.size()) {
            throw new IllegalArgumentException("every text needs a number, had %d and %d"
                    .formatted(texts.size(), values.size()));
        }
    }

    @Override
    public List<String> reads() {
        return List.of(column);
    }

    @Override
    public List<String> writes() {
        return List.of(output);
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        KnownTexts known = KnownTexts.of(texts);
        double[] ofLevel = new double[source.levels().size()];
        for (int level = 0; level < ofLevel.length; level++) {
            int place = known.place(source.levels().get(level));
            ofLevel[level] = place < 0 ? unseen : values.get(place);
        }
        double[] out = new double[source.rows()];
        for (int row = 0; row < out.length; row++) {
            int code = source.code(row);
            out[row] = code < 0 ? missing : ofLevel[code];
        }
        frame.put(output, out);
    }
}
