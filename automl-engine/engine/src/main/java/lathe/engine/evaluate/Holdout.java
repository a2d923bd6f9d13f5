package lathe.engine.evaluate;

import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;

/// Rows to learn from and rows kept for the final score only.
public final class Holdout {

    // A holdout of the size asked for matters more than the exact share of each of many small classes.
    private static final double SIZE_FIRST = 4;

    private final int[] train;
    private final int[] holdout;

    private Holdout(int[] train, int[] holdout) {
        this.train = train;
        this.holdout = holdout;
    }

    /// Splits once: each class, or each tenth of a number's range, in its share; groups whole; a row of every class to
    /// learn from; and, with two classes of two groups each, a row of both to judge by.
    ///
    /// @param share  share of rows to hold out, in (0, 1)
    /// @param groups key of each row, rows with equal keys stay together; [RowGroups#each] for none
    /// @throws lathe.scoring.ProblemException if the rows cannot be divided so
    public static Holdout split(Target target, double share, long[] groups, Seed seed) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share of a holdout must lie in (0, 1), was " + share);
        }
        FoldMaker.requireKeys(target, groups);
        Groups members = Groups.of(groups);
        int[] part = new Spread(Strata.of(target), members, new double[] {share, 1 - share}, SIZE_FIRST).deal(seed);
        boolean[] held = new Fairness(target, members, part).repair(seed.child("repair", 0));
        return new Holdout(IntStream.range(0, held.length).filter(row -> !held[row]).toArray(),
                IntStream.range(0, held.length).filter(row -> held[row]).toArray());
    }

    /// Rows to learn from, rising.
    public int[] train() {
        return train.clone();
    }

    /// Rows held out, rising.
    public int[] holdout() {
        return holdout.clone();
    }
}
