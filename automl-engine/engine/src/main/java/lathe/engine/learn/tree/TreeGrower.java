package lathe.engine.learn.tree;

import java.util.List;
import java.util.random.RandomGenerator;

/// Grows one tree of a boosted ensemble after another. Holds memory that is used again; for one thread.
interface TreeGrower {

    /// A tree and where its leaves' rows stand in the grower's order.
    record Grown(BinnedTree tree, List<Leaf> leaves, RowOrder order) { }

    /// @param sum       number of the raw sum the tree will add to
    /// @param rows      to learn from, in rising order
    /// @param gradients gradient and curvature of each row by turns, shape 2 × n
    Grown grow(int sum, int[] rows, float[] gradients, RandomGenerator random);
}
