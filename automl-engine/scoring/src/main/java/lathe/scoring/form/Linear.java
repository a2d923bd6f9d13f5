package lathe.scoring.form;

import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.step.Numbers;

/// Weighted sums of the features plus a bias, through a link.
///
/// @param weights output by output, shape k × p
/// @param biases  shape k
/// @param link    turns the k sums into the answer
public record Linear(Numbers weights, Numbers biases, Link link) implements Form {

    public Linear {
        if (biases.size() == 0 || weights.size() % biases.size() != 0) {
            throw new IllegalArgumentException("weights must fill rows for %d biases, had %d"
                    .formatted(biases.size(), weights.size()));
        }
    }

    /// Number of features, p.
    public int width() {
        return weights.size() / biases.size();
    }

    @Override
    public int outputs() {
        return link.outputs(biases.size());
    }

    @Override
    public Predictions predict(Features features) {
        Matrix matrix = features.matrix();
        if (matrix.width() != width()) {
            throw new IllegalArgumentException("a linear form of %d features got %d".formatted(width(), matrix.width()));
        }
        int k = biases.size();
        int rows = matrix.rows();
        double[] raw = new double[rows * k];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = biases.get(i % k);
        }
        for (int output = 0; output < k; output++) {
            for (int feature = 0; feature < width(); feature++) {
                double weight = weights.get(output * width() + feature);
                double[] column = matrix.column(feature);
                for (int row = 0; row < rows; row++) {
                    raw[row * k + output] += weight * column[row];
                }
            }
        }
        return new Predictions(outputs(), link.apply(raw, k));
    }
}
