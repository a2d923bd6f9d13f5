package lathe.engine.adapter.smile;

import lathe.engine.provenance.Seed;
import smile.math.MathEx;
import smile.model.cart.DecisionNode;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;

/// Grows single trees with Smile, everything given and nothing left to Smile's defaults.
///
/// Smile draws columns by random numbers of the thread it happens to run on, so each tree sets that thread's seed just
/// before it grows.
///
/// @param codes    the features
/// @param depth    most splits above a leaf
/// @param leaves   most leaves, best splits first; `Integer.MAX_VALUE` grows in depth order without a limit
/// @param leafRows fewest rows in a leaf
/// @param columns  features looked at for a split
record TreeGrower(CodedFeatures codes, int depth, int leaves, int leafRows, int columns) {

    private static final double PRIOR_ROWS = 0.2;

    /// @param counts how often each row is taken; 0 leaves it out
    GrownTree regression(NewtonLeaves steps, int[] counts, Seed seed) {
        MathEx.setSeed(seed.value());
        Node root = StepTree.grow(this, steps, counts);
        return new GrownTree(root, 1, codes, leaf -> new double[] {((RegressionNode) leaf).output()});
    }

    /// Leaves hold class shares, drawn a little towards the shares of all rows: as if each leaf had [#PRIOR_ROWS] more.
    ///
    /// Smile's own posteriors add a whole row of each class, which drowns a small leaf of many classes.
    GrownTree classification(int[] classes, int k, int[] counts, Seed seed) {
        MathEx.setSeed(seed.value());
        Node root = ShareTree.grow(this, classes, k, counts);
        double[] prior = new double[k];
        for (int c : classes) {
            prior[c] += PRIOR_ROWS / classes.length;
        }
        return new GrownTree(root, k, codes, leaf -> shares(((DecisionNode) leaf).count(), prior));
    }

    private static double[] shares(int[] count, double[] prior) {
        double sum = 0;
        double[] shares = new double[count.length];
        for (int c = 0; c < shares.length; c++) {
            shares[c] = count[c] + prior[c];
            sum += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= sum;
        }
        return shares;
    }
}
