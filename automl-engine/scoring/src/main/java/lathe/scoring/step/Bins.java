package lathe.scoring.step;

import java.util.List;

/// Which of several ranges a number lies in, counted from 0: how many edges are at or below it. Missing stays missing.
///
/// @param column number column read
/// @param edges  where the next range begins, rising, at least one
/// @param output column put
public record Bins(String column, Numbers edges, String output) implements OneColumnStep {

    public Bins {
        if (edges.size() == 0) {
            throw new IllegalArgumentException("ranges need at least one edge, had none");
        }
        for (int i = 0; i < edges.size(); i++) {
            if (!(Math.abs(edges.get(i)) <= Double.MAX_VALUE) || i > 0 && edges.get(i) <= edges.get(i - 1)) {
                throw new IllegalArgumentException("edges must rise, had %s at %d".formatted(edges.get(i), i));
            }
        }
    }

    @Override
    public List<String> outputs() {
        return List.of(output);
    }

    /// The range of one number.
    public double at(double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        int low = 0;
        int high = edges.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (edges.get(middle) <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void apply(Frame frame) {
        double[] source = frame.numbers(column);
        double[] out = new double[source.length];
        for (int row = 0; row < out.length; row++) {
            out[row] = at(source[row]);
        }
        frame.put(output, out);
    }
}
