package lathe.engine.adapter.smile;

import java.util.Arrays;
import smile.model.cart.Loss;

/// What a [StepTree] follows: the descent of a loss, with one shrunken Newton step in each leaf.
///
/// @param descent   negative first derivative of each row's loss, shape n
/// @param curvature second derivative, shape n
/// @param rate      share of the step that is taken
/// @param l2        added to a leaf's curvature: the larger, the shorter the steps of small leaves
record NewtonLeaves(double[] descent, double[] curvature, double rate, double l2) implements Loss {

    /// Leaves that hold the mean of their rows' values.
    static NewtonLeaves means(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return new NewtonLeaves(values, ones, 1, 0);
    }

    @Override
    public double[] response() {
        return descent;
    }

    @Override
    public double output(int[] rows, int[] counts) {
        double down = 0;
        double curve = l2;
        for (int row : rows) {
            down += counts[row] * descent[row];
            curve += counts[row] * curvature[row];
        }
        return curve > 0 ? rate * down / curve : 0;
    }

    @Override
    public double value() {
        throw new UnsupportedOperationException("only Smile's own boosting asks for the loss");
    }

    @Override
    public double intercept(double[] y) {
        throw new UnsupportedOperationException("only Smile's own boosting asks for an intercept");
    }

    @Override
    public double[] residual() {
        throw new UnsupportedOperationException("only Smile's own boosting asks for residuals");
    }
}
