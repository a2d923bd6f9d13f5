package lathe.scoring.step;

import java.util.List;

/// Marks missing numbers with 1, present ones with 0.
///
/// @param columns number columns read
/// @param outputs column put for each of them
public record MissingFlag(List<String> columns, List<String> outputs) implements FittedStep {

    public MissingFlag {
        columns = List.copyOf(columns);
        outputs = List.copyOf(outputs);
        if (columns.size() != outputs.size()) {
            throw new IllegalArgumentException("every column needs an output, had %d and %d"
                    .formatted(columns.size(), outputs.size()));
        }
    }

    @Override
    public List<String> reads() {
        return columns;
    }

    @Override
    public List<String> writes() {
        return outputs;
    }

    @Override
    public void apply(Frame frame) {
        for (int i = 0; i < columns.size(); i++) {
            double[] values = frame.numbers(columns.get(i));
            double[] flags = new double[values.length];
            for (int row = 0; row < flags.length; row++) {
                flags[row] = Double.isNaN(values[row]) ? 1 : 0;
            }
            frame.put(outputs.get(i), flags);
        }
    }
}
