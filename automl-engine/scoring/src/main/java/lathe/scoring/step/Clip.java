package lathe.scoring.step;

import java.util.List;

/// Moves numbers outside a range to its nearest end; missing stays missing.
///
/// @param columns number columns, changed in place
/// @param lows    smallest number kept, for each column
/// @param highs   largest number kept, for each column
public record Clip(List<String> columns, Numbers lows, Numbers highs) implements InPlaceStep {

    public Clip {
        columns = List.copyOf(columns);
        if (lows.size() != columns.size() || highs.size() != columns.size()) {
            throw new IllegalArgumentException("every column needs its numbers, had %d columns".formatted(columns.size()));
        }
    }

    @Override
    public void apply(Frame frame) {
        for (int i = 0; i < columns.size(); i++) {
            double[] values = frame.numbers(columns.get(i)).clone();
            double low = lows.get(i);
            double high = highs.get(i);
            for (int row = 0; row < values.length; row++) {
                values[row] = Double.isNaN(values[row]) ? values[row] : Math.min(Math.max(values[row], low), high);
            }
            frame.put(columns.get(i), values);
        }
    }
}
