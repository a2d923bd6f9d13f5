package lathe.scoring.step;

import java.util.List;

/// Marks numbers that equal a given one with 1, others and missing ones with 0: the hour is 17, the month is 3.
///
/// @param columns number columns read; a column comes once for each of its levels
/// @param levels  number looked for, one for each entry of `columns`
/// @param outputs column put, one for each entry of `columns`
public record NumberLevels(List<String> columns, Numbers levels, List<String> outputs) implements FittedStep {

    public NumberLevels {
        columns = List.copyOf(columns);
        outputs = List.copyOf(outputs);
        if (columns.size() != levels.size() || columns.size() != outputs.size()) {
            throw new IllegalArgumentException("every column needs a level and an output, had %d, %d and %d"
                    .formatted(columns.size(), levels.size(), outputs.size()));
        }
    }

    @Override
    public List<String> reads() {
        return columns.stream().distinct().toList();
    }

    @Override
    public List<String> writes() {
        return outputs;
    }

    @Override
    public void apply(Frame frame) {
        for (int i = 0; i < outputs.size(); i++) {
            double[] values = frame.numbers(columns.get(i));
            double level = levels.get(i);
            double[] flags = new double[values.length];
            for (int row = 0; row < flags.length; row++) {
                flags[row] = values[row] == level ? 1 : 0;
            }
            frame.put(outputs.get(i), flags);
        }
    }
}
