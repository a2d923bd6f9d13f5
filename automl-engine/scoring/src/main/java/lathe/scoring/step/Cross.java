package lathe.scoring.step;

import java.util.List;

/// One number for the levels of several columns together: `(a · size of b + b) · size of c + c`, as digits of a number.
///
/// @param columns number columns that hold level numbers from 0 on, at least two
/// @param sizes   how many levels each of them has; a row of digits must stay below 2^53
/// @param output  column put
public record Cross(List<String> columns, Numbers sizes, String output) implements FittedStep {

    /// Whole numbers above this one are not all exact.
    public static final double LARGEST = 0x1p53;

    public Cross {
        columns = List.copyOf(columns);
        if (columns.size() < 2 || columns.size() != sizes.size()) {
            throw new IllegalArgumentException("a cross needs two or more columns and a size for each, had %d and %d"
                    .formatted(columns.size(), sizes.size()));
        }
        double all = 1;
        for (int i = 0; i < sizes.size(); i++) {
            double size = sizes.get(i);
            all *= size;
            if (!(size >= 1 && size == Math.rint(size) && all <= LARGEST)) {
                throw new IllegalArgumentException("sizes must be whole numbers with a product up to 2^53, had " + sizes);
            }
        }
    }

    @Override
    public List<String> reads() {
        return columns;
    }

    @Override
    public List<String> writes() {
        return List.of(output);
    }

    @Override
    public void apply(Frame frame) {
        double[] out = frame.numbers(columns.getFirst()).clone();
        for (int i = 1; i < columns.size(); i++) {
            double[] next = frame.numbers(columns.get(i));
            double size = sizes.get(i);
            for (int row = 0; row < out.length; row++) {
                out[row] = out[row] * size + next[row];
            }
        }
        frame.put(output, out);
    }
}
