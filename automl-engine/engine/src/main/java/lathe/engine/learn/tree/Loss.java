package lathe.engine.learn.tree;

import lathe.scoring.form.Link;

/// What boosting descends.
///
/// Raw sums stand sum by sum, shape k × n; two classes have one sum, that of class 1.
interface Loss {

    /// Where the raw sums start; its length is their number.
    double[] base();

    Link link();

    /// Prepares [#gradients] for the raw sums as they are now.
    void observe(double[][] raw);

    /// What a row says about a sum by itself: its value, or 1 for the class of the sum and 0 for others.
    double answer(int sum, int row);

    /// Writes gradient and curvature of one sum by turns, shape 2 × n.
    void gradients(int sum, float[] out);

    /// Mean over some rows; lower is better.
    double mean(double[][] raw, int[] rows);

    /// The best value of a leaf where a Newton step is a poor one, such as the median for absolute error.
    ///
    /// @param rows the leaf's rows stand at [from, to)
    /// @param raw  sums before the tree
    /// @param step the Newton step, the answer of most losses
    default double leaf(int[] rows, int from, int to, double[] raw, double step) {
        return step;
    }
}
