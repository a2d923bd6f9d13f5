package lathe.engine.prepare;

import java.util.random.RandomGenerator;

/// Means of the answers for each group of rows, drawn towards the mean of all: (sum + alpha · mean of all) / (rows + alpha).
/// What a row is told comes from the rows of the other inner folds, so no row sees its own answer.
///
/// Source: D. Micci-Barreca, "A preprocessing scheme for high-cardinality categorical attributes", SIGKDD Explorations
/// 3 (2001); inner folds after Pargent et al., arXiv 2104.00629.
final class GroupMeans {

    static final int INNER_FOLDS = 5;

    private final int[] groupOfRow;
    private final int groups;
    private final Answers answers;
    private final int[] fold;
    // Last fold: no row is left out. Last group: all groups together.
    private final double[][][] sums;
    private final int[][] counts;

    /// @param groupOfRow from 0 on, shape n
    /// @param fold       see [#innerFolds]
    GroupMeans(int[] groupOfRow, int groups, Answers answers, int[] fold) {
        this.groupOfRow = groupOfRow;
        this.groups = groups;
        this.answers = answers;
        this.fold = fold;
        double[][][] within = new double[INNER_FOLDS][answers.outputs()][groups];
        int[][] rows = new int[INNER_FOLDS][groups];
        for (int row = 0; row < groupOfRow.length; row++) {
            rows[fold[row]][groupOfRow[row]]++;
            for (int k = 0; k < answers.outputs(); k++) {
                within[fold[row]][k][groupOfRow[row]] += answers.at(k, row);
            }
        }
        sums = new double[INNER_FOLDS + 1][answers.outputs()][groups + 1];
        counts = new int[INNER_FOLDS + 1][groups + 1];
        for (int leftOut = 0; leftOut <= INNER_FOLDS; leftOut++) {
            for (int other = 0; other < INNER_FOLDS; other++) {
                if (other != leftOut) {
                    addAll(within[other], rows[other], leftOut);
                }
            }
        }
    }

    // Added up, not taken off: a difference would keep a trace of what was taken off in its last digits.
    private void addAll(double[][] within, int[] rows, int leftOut) {
        for (int group = 0; group < groups; group++) {
            counts[leftOut][group] += rows[group];
            counts[leftOut][groups] += rows[group];
            for (int k = 0; k < within.length; k++) {
                sums[leftOut][k][group] += within[k][group];
                sums[leftOut][k][groups] += within[k][group];
            }
        }
    }

    static int[] innerFolds(int rows, RandomGenerator random) {
        int[] fold = new int[rows];
        for (int row = 0; row < rows; row++) {
            fold[row] = random.nextInt(INNER_FOLDS);
        }
        return fold;
    }

    /// Rows of a group.
    int count(int group) {
        return counts[INNER_FOLDS][group];
    }

    /// Mean over all rows.
    double overall(int output) {
        return overall(output, INNER_FOLDS);
    }

    private double overall(int output, int leftOut) {
        return counts[leftOut][groups] == 0 ? 0 : sums[leftOut][output][groups] / counts[leftOut][groups];
    }

    /// From all rows: for rows that come later.
    double mean(int output, int group, double alpha) {
        return mean(output, group, alpha, INNER_FOLDS);
    }

    private double mean(int output, int group, double alpha, int leftOut) {
        return (sums[leftOut][output][group] + alpha * overall(output, leftOut)) / (counts[leftOut][group] + alpha);
    }

    /// From the rows of other inner folds: for the rows themselves.
    double[] training(int output, double alpha) {
        return training(output, alpha, Integer.MAX_VALUE);
    }

    /// As the other, but rows of a large group get the group's mean from all rows. Told apart fold by fold, five means of
    /// one group would each lie low where the fold left out lies high, and trees read that; of so many rows the own answer
    /// is hardly a part.
    ///
    /// @param large rows from which a group is large
    double[] training(int output, double alpha, int large) {
        double[][] ofFold = new double[INNER_FOLDS][groups];
        for (int leftOut = 0; leftOut < INNER_FOLDS; leftOut++) {
            for (int group = 0; group < groups; group++) {
                ofFold[leftOut][group] = mean(output, group, alpha, count(group) >= large ? INNER_FOLDS : leftOut);
            }
        }
        double[] values = new double[groupOfRow.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = ofFold[fold[row]][groupOfRow[row]];
        }
        return values;
    }

    /// Sum of squared distances between the answers and what the rows are told.
    double loss(double alpha) {
        double total = 0;
        for (int k = 0; k < answers.outputs(); k++) {
            double[] told = training(k, alpha);
            for (int row = 0; row < told.length; row++) {
                double distance = answers.at(k, row) - told[row];
                total += distance * distance;
            }
        }
        return total;
    }

    /// The one of some alphas with the least loss; among equals the first.
    double best(double... alphas) {
        double best = alphas[0];
        double least = Double.POSITIVE_INFINITY;
        for (double alpha : alphas) {
            double loss = loss(alpha);
            if (loss < least) {
                least = loss;
                best = alpha;
            }
        }
        return best;
    }
}
