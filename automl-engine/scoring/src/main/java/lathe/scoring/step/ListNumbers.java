package lathe.scoring.step;

import java.util.List;
import java.util.regex.Pattern;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Sum, mean and largest of the numbers in a list. Items that are no numbers do not count; without numbers the sum is 0, mean
/// and largest are missing.
///
/// A number is a sign or none, up to 15 digits, and a decimal point with up to 15 more or none.
///
/// @param column  list column read
/// @param parts   what is told
/// @param outputs column put for each part
public record ListNumbers(String column, List<Part> parts, List<String> outputs) implements OneColumnStep {

    /// The text of a number, as a pattern that Java and RE2 read alike.
    public static final String NUMBER = "[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?";

    private static final Pattern PATTERN = Pattern.compile(NUMBER);

    /// One number told of a list.
    public enum Part { SUM, MEAN, MAX }

    public ListNumbers {
        parts = List.copyOf(parts);
        outputs = List.copyOf(outputs);
        if (parts.size() != outputs.size()) {
            throw new IllegalArgumentException("every part needs an output, had %d and %d".formatted(parts.size(), outputs.size()));
        }
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        Tally[] ofLevel = source.levels().stream().map(Tally::of).toArray(Tally[]::new);
        Tally none = new Tally(0, 0, Double.NaN);
        double[][] out = new double[parts.size()][source.rows()];
        for (int row = 0; row < source.rows(); row++) {
            int code = source.code(row);
            Tally tally = code < 0 ? none : ofLevel[code];
            for (int part = 0; part < out.length; part++) {
                out[part][row] = tally.part(parts.get(part));
            }
        }
        frame.put(outputs, out);
    }

    private record Tally(int count, double sum, double max) {

        static Tally of(String list) {
            int count = 0;
            double sum = 0;
            double max = Double.NEGATIVE_INFINITY;
            for (String item : list.split(Table.LIST_SEPARATOR, -1)) {
                if (PATTERN.matcher(item).matches()) {
                    double value = Double.parseDouble(item);
                    count++;
                    sum += value;
                    max = Math.max(max, value);
                }
            }
            return new Tally(count, sum, count == 0 ? Double.NaN : max);
        }

        double part(Part part) {
            return switch (part) {
                case SUM -> sum;
                case MEAN -> count == 0 ? Double.NaN : sum / count;
                case MAX -> max;
            };
        }
    }
}
