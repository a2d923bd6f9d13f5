package lathe.scoring.step;

import java.util.List;

/// A power of numbers of either sign: ((1 + x)^λ − 1) / λ from 0 on, −((1 − x)^(2 − λ) − 1) / (2 − λ) below, and the logarithm
/// where the power is 0. Rises with the number; missing stays missing.
///
/// Source: I.-K. Yeo and R. A. Johnson, "A new family of power transformations to improve normality or symmetry",
/// Biometrika 87 (2000).
///
/// @param columns number columns, changed in place
/// @param lambdas λ of each column
public record YeoJohnson(List<String> columns, Numbers lambdas) implements InPlaceStep {

    public YeoJohnson {
        columns = List.copyOf(columns);
        if (lambdas.size() != columns.size()) {
            throw new IllegalArgumentException("every column needs its power, had %d columns and %d"
                    .formatted(columns.size(), lambdas.size()));
        }
        for (int i = 0; i < lambdas.size(); i++) {
            if (!(Math.abs(lambdas.get(i)) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("powers must be finite, had %s at %d".formatted(lambdas.get(i), i));
            }
        }
    }

    /// What becomes of one number.
    public static double of(double value, double lambda) {
        boolean below = value < 0;
        double power = below ? 2 - lambda : lambda;
        double size = 1 + Math.abs(value);
        double grown = power == 0 ? Math.log(size) : (Math.pow(size, power) - 1) / power;
        return below ? -grown : grown;
    }

    @Override
    public void apply(Frame frame) {
        for (int i = 0; i < columns.size(); i++) {
            double[] values = frame.numbers(columns.get(i)).clone();
            double lambda = lambdas.get(i);
            for (int row = 0; row < values.length; row++) {
                values[row] = of(values[row], lambda);
            }
            frame.put(columns.get(i), values);
        }
    }
}
