package lathe.engine.learn.tree;

/// What makes the leaves of a tree of a forest good: sums over rows, and how much they are worth.
///
/// The sums of a set of rows are [#width] numbers; those of two sets add up. A split is as good as the worth of its sides
/// together is above that of the whole.
interface Purity {

    int width();

    /// Adds the rows at [from, to) to the sums of their code of one feature.
    ///
    /// @param codes packed codes of the feature's group
    /// @param out   shape codes × width
    void count(int[] codes, int shift, int[] rows, int from, int to, double[] out);

    void add(int row, double[] sums, int at);

    double worth(double[] sums, int at);

    /// Rows, as often as they were drawn.
    double weight(double[] sums, int at);

    /// Where the rows of one level stand among the others, so that good groups of levels are runs.
    ///
    /// @param all sums of all rows of the node
    double position(double[] sums, int at, double[] all);

    /// Whether no split can make it better.
    boolean isPure(double[] sums);

    /// What directions speak of: the mean, or the share of the last class.
    double level(double[] sums);

    /// What a leaf with these sums answers.
    double[] answer(double[] sums);
}
