package lathe.scoring.form;

import lathe.scoring.Predictions;
import lathe.scoring.step.Numbers;

/// The same answer for every row: class shares or a mean. The baseline every model must beat.
///
/// @param values one for each output
public record Constant(Numbers values) implements Form {

    @Override
    public int outputs() {
        return values.size();
    }

    @Override
    public Predictions predict(Features features) {
        int rows = features.matrix().rows();
        double[] out = new double[rows * values.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = values.get(i % values.size());
        }
        return new Predictions(values.size(), out);
    }
}
