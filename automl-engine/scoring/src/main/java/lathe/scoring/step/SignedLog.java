package lathe.scoring.step;

import java.util.List;

/// Draws in long tails: sign(x) · ln(1 + |x|); missing stays missing.
///
/// @param columns number columns, changed in place
public record SignedLog(List<String> columns) implements InPlaceStep {

    public SignedLog {
        columns = List.copyOf(columns);
    }

    @Override
    public void apply(Frame frame) {
        for (int i = 0; i < columns.size(); i++) {
            double[] values = frame.numbers(columns.get(i)).clone();
            for (int row = 0; row < values.length; row++) {
                values[row] = Math.signum(values[row]) * Math.log(1 + Math.abs(values[row]));
            }
            frame.put(columns.get(i), values);
        }
    }
}
