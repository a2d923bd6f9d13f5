package lathe.scoring.step;

import java.util.List;
import java.util.stream.Stream;

/// Sums, differences, products and ratios of two number columns each.
///
/// Where the answer is no finite number (a divisor of 0, an operand that is missing, an overflow) the fill stands instead.
///
/// @param left    first operand of each output
/// @param ops     what is done
/// @param right   second operand of each output
/// @param fills   number that stands for an answer that is none, one for each output
/// @param outputs columns put; no operand may be one of them
public record Arithmetic(List<String> left, List<Op> ops, List<String> right, Numbers fills, List<String> outputs)
        implements FittedStep {

    /// One of the four kinds of arithmetic.
    public enum Op {
        ADD("+"), SUBTRACT("-"), MULTIPLY("*"), DIVIDE("/");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        /// As it is written between two names.
        public String sign() {
            return sign;
        }

        public double apply(double left, double right) {
            return switch (this) {
                case ADD -> left + right;
                case SUBTRACT -> left - right;
                case MULTIPLY -> left * right;
                case DIVIDE -> left / right;
            };
        }
    }

    public Arithmetic {
        left = List.copyOf(left);
        ops = List.copyOf(ops);
        right = List.copyOf(right);
        outputs = List.copyOf(outputs);
        int n = outputs.size();
        if (left.size() != n || ops.size() != n || right.size() != n || fills.size() != n) {
            throw new IllegalArgumentException("every output needs two operands, an operation and a fill, had %d, %d, %d and %d for %d"
                    .formatted(left.size(), right.size(), ops.size(), fills.size(), n));
        }
    }

    @Override
    public List<String> reads() {
        return Stream.concat(left.stream(), right.stream()).distinct().toList();
    }

    @Override
    public List<String> writes() {
        return outputs;
    }

    @Override
    public void apply(Frame frame) {
        double[][] made = new double[outputs.size()][];
        for (int i = 0; i < made.length; i++) {
            made[i] = combined(frame.numbers(left.get(i)), ops.get(i), frame.numbers(right.get(i)), fills.get(i));
        }
        frame.put(outputs, made);
    }

    /// The operation row by row, with the fill where the answer is not finite.
    public static double[] combined(double[] left, Op op, double[] right, double fill) {
        double[] out = new double[left.length];
        for (int row = 0; row < out.length; row++) {
            double value = op.apply(left[row], right[row]);
            out[row] = Math.abs(value) <= Double.MAX_VALUE ? value : fill;
        }
        return out;
    }
}
