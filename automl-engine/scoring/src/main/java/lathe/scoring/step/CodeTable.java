package lathe.scoring.step;

import java.util.Arrays;
import java.util.List;

/// Numbers looked up by a number: what is known of a level, given its code.
///
/// @param column  number column read
/// @param keys    codes known, rising
/// @param values  what they stand for, shape (keys + 1) × outputs; the last row is for every other number and for missing
/// @param outputs columns put
public record CodeTable(String column, Numbers keys, Numbers values, List<String> outputs) implements OneColumnStep {

    public CodeTable {
        outputs = List.copyOf(outputs);
        if (values.size() != (keys.size() + 1L) * outputs.size()) {
            throw new IllegalArgumentException("a table of %d codes and %d outputs needs %d values, had %d"
                    .formatted(keys.size(), outputs.size(), (keys.size() + 1L) * outputs.size(), values.size()));
        }
        for (int i = 0; i < keys.size(); i++) {
            if (Double.isNaN(keys.get(i)) || i > 0 && keys.get(i) <= keys.get(i - 1)) {
                throw new IllegalArgumentException("codes must rise, had %s at %d".formatted(keys.get(i), i));
            }
        }
    }

    @Override
    public void apply(Frame frame) {
        double[] source = frame.numbers(column);
        double[] sorted = keys.toArray();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0;   // -0 is 0
        }
        double[] known = values.toArray();
        double[][] out = new double[outputs.size()][source.length];
        for (int row = 0; row < source.length; row++) {
            int found = Arrays.binarySearch(sorted, source[row] + 0.0);
            int at = (found < 0 ? sorted.length : found) * out.length;
            for (int i = 0; i < out.length; i++) {
                out[i][row] = known[at + i];
            }
        }
        frame.put(outputs, out);
    }
}
