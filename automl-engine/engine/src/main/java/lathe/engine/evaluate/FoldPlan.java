package lathe.engine.evaluate;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Which fold validates each row. A row of no fold is in every training part and has no out-of-fold prediction: the
/// training part of a single split, the only rows of a class, or what lies before the first fold in time.
///
/// Without an order a fold is trained on all rows of other folds. Forward plans train it on the folds before it only.
public final class FoldPlan {

    /// Fold of a row that is always trained on.
    public static final int ALWAYS_TRAINED = -1;

    /// In place of a fold's number: train on every row and validate on none.
    public static final int EVERY_ROW = -2;

    private final int[] folds;
    private final int count;
    private final boolean forward;

    /// Folds without an order.
    ///
    /// @param folds fold of each row in [0, count), or [#ALWAYS_TRAINED]; not copied
    /// @param count number of folds, at least 1; each has a validation and a training row
    /// @throws IllegalArgumentException if a fold has no row or leaves none to train on
    public FoldPlan(int[] folds, int count) {
        this(folds, count, false);
    }

    /// @param forward whether folds are in order of time, each trained on what lies before it; then the first needs rows
    ///                that are always trained
    public FoldPlan(int[] folds, int count, boolean forward) {
        int[] sizes = new int[Math.max(count, 0)];
        for (int row = 0; row < folds.length; row++) {
            if (folds[row] < ALWAYS_TRAINED || folds[row] >= count) {
                throw new IllegalArgumentException("row %d: fold must lie in [-1, %d), was %d"
                        .formatted(row, count, folds[row]));
            }
            if (folds[row] >= 0) {
                sizes[folds[row]]++;
            }
        }
        if (count < 1 || Arrays.stream(sizes).anyMatch(size -> size == 0 || size == folds.length)) {
            throw new IllegalArgumentException("each fold needs rows to train and to validate on, %d folds had %s of %d"
                    .formatted(count, Arrays.toString(sizes), folds.length));
        }
        if (forward && Arrays.stream(folds).noneMatch(fold -> fold == ALWAYS_TRAINED)) {
            throw new IllegalArgumentException("the first of %d forward folds has no row before it".formatted(count));
        }
        this.folds = folds;
        this.count = count;
        this.forward = forward;
    }

    /// Number of folds; 1 for a single split.
    public int count() {
        return count;
    }

    public int rows() {
        return folds.length;
    }

    /// Whether folds are trained on what lies before them only.
    public boolean isForward() {
        return forward;
    }

    /// Rows of the largest training part.
    public int mostTrained() {
        return IntStream.range(0, count).map(fold -> train(fold).length).max().orElse(0);
    }

    /// Fold that validates a row, or [#ALWAYS_TRAINED].
    public int foldOf(int row) {
        return folds[row];
    }

    /// Rows the model of a fold is trained on, rising; all of them for [#EVERY_ROW].
    public int[] train(int fold) {
        return rowsWhere(row -> fold == EVERY_ROW || (forward ? folds[row] < fold : folds[row] != fold));
    }

    /// Rows the model of a fold is judged on, rising.
    public int[] validation(int fold) {
        return rowsWhere(row -> folds[row] == fold);
    }

    /// Rows with an out-of-fold prediction, rising.
    public int[] validated() {
        return rowsWhere(row -> folds[row] >= 0);
    }

    /// Fold of each row as a copy, to be sent or stored.
    public int[] toArray() {
        return folds.clone();
    }

    private int[] rowsWhere(IntPredicate wanted) {
        return IntStream.range(0, folds.length).filter(wanted).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoldPlan plan && forward == plan.forward && Arrays.equals(folds, plan.folds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(folds);
    }
}
