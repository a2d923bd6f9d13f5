package lathe.scoring.step;

import java.util.List;

/// Centres and scales: (x − centre) / scale; missing stays missing.
///
/// @param columns number columns, changed in place
/// @param centers one number for each column
/// @param scales  one number for each column, not 0
public record Scale(List<String> columns, Numbers centers, Numbers scales) implements InPlaceStep {

    public Scale {
        columns = List.copyOf(columns);
        if (centers.size() != columns.size() || scales.size() != columns.size()) {
            throw new IllegalArgumentException("every column needs its numbers, had %d columns".formatted(columns.size()));
        }
    }

    @Override
    public void apply(Frame frame) {
        for (int i = 0; i < columns.size(); i++) {
            double[] values = frame.numbers(columns.get(i)).clone();
            double center = centers.get(i);
            double scale = scales.get(i);
            for (int row = 0; row < values.length; row++) {
                values[row] = (values[row] - center) / scale;
            }
            frame.put(columns.get(i), values);
        }
    }
}
