package lathe.scoring.step;

import java.util.List;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// The number of items of a list, and 1 for each known item that is in it. A missing list has no items,
/// and an empty item is none: padding in the ONNX graph looks the same.
///
/// @param column  list column read
/// @param items   items known
/// @param outputs columns put: the count first, then one for each item
public record ListVector(String column, List<String> items, List<String> outputs) implements OneColumnStep {

    public ListVector {
        items = KnownTexts.of(items);
        outputs = List.copyOf(outputs);
        if (outputs.size() != items.size() + 1) {
            throw new IllegalArgumentException("a list needs an output for its count and each item, had %d items and %d"
                    .formatted(items.size(), outputs.size()));
        }
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        KnownTexts known = KnownTexts.of(items);
        double[][] out = new double[outputs.size()][source.rows()];
        for (int row = 0; row < source.rows(); row++) {
            if (source.isMissing(row)) {
                continue;
            }
            String[] parts = source.text(row).split(Table.LIST_SEPARATOR, -1);
            for (String part : parts) {
                if (part.isEmpty()) {
                    continue;
                }
                out[0][row]++;
                int item = known.place(part);
                if (item >= 0) {
                    out[item + 1][row] = 1;
                }
            }
        }
        frame.put(outputs, out);
    }
}
