package lathe.engine.learn.tree;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A share of the rows, drawn anew for each tree (J. H. Friedman, "Stochastic Gradient Boosting", 2002).
final class DrawnRows {

    private final int[] able;
    private final double share;
    private final boolean[] drawn;

    /// @param able  rows to draw from, rising; at least one
    /// @param share of them; from 1 on all are taken, without drawing
    /// @param all   rows that there are
    DrawnRows(int[] able, double share, int all) {
        this.able = able;
        this.share = share;
        this.drawn = new boolean[all];
        for (int row : able) {
            drawn[row] = share >= 1;
        }
    }

    /// At least one row, rising.
    int[] draw(RandomGenerator random) {
        if (share >= 1) {
            return able;
        }
        int[] rows = new int[able.length];
        int count = 0;
        for (int row : able) {
            drawn[row] = random.nextDouble() < share;
            if (drawn[row]) {
                rows[count++] = row;
            }
        }
        if (count == 0) {
            drawn[able[0]] = true;
            rows[count++] = able[0];
        }
        return Arrays.copyOf(rows, count);
    }

    /// Whether a row was drawn the last time.
    boolean holds(int row) {
        return drawn[row];
    }
}
