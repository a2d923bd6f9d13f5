package lathe.scoring.step;

import java.util.List;

/// Puts a number where one is missing.
///
/// @param columns number columns, changed in place
/// @param fills   one number for each column
public record Impute(List<String> columns, Numbers fills) implements InPlaceStep {

    public Impute {
        columns = List.copyOf(columns);
        if (fills.size() != columns.size()) {
            throw new IllegalArgumentException("every column needs its numbers, had %d columns".formatted(columns.size()));
        }
    }

    @Override
    public void apply(Frame frame) {
        for (int i = 0; i < columns.size(); i++) {
            double[] values = frame.numbers(columns.get(i)).clone();
            double fill = fills.get(i);
            for (int row = 0; row < values.length; row++) {
                values[row] = Double.isNaN(values[row]) ? fill : values[row];
            }
            frame.put(columns.get(i), values);
        }
    }
}
