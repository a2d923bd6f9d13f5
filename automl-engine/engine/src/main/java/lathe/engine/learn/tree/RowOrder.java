package lathe.engine.learn.tree;

/// The rows a tree is grown on; those of each node stand together, in rising order.
final class RowOrder {

    private final BinnedMatrix matrix;
    private final int[] rows;
    private final int[] kept;
    private int count;

    RowOrder(BinnedMatrix matrix) {
        this.matrix = matrix;
        this.rows = new int[matrix.rows()];
        this.kept = new int[matrix.rows()];
    }

    /// @param from rows in rising order; copied
    void start(int[] from, int length) {
        System.arraycopy(from, 0, rows, 0, length);
        count = length;
    }

    int[] rows() {
        return rows;
    }

    int count() {
        return count;
    }

    /// Whether some row of a node has no value of a feature.
    boolean hasMissing(int from, int to, int feature) {
        if (!matrix.hasMissing(feature)) {
            return false;
        }
        int[] codes = matrix.groupOf(feature);
        int shift = BinnedMatrix.shift(feature);
        for (int i = from; i < to; i++) {
            if ((codes[rows[i]] >>> shift & 255) == 0) {
                return true;
            }
        }
        return false;
    }

    /// Moves the rows of a node that go left before those that go right.
    ///
    /// @return where the right ones begin
    int part(int from, int to, Split split) {
        return split.levels() == null ? part(from, to, split.feature(), split.code(), split.missingLeft())
                : part(from, to, split.feature(), split.levels().toArray());
    }

    private int part(int from, int to, int feature, boolean[] goesLeft) {
        int[] codes = matrix.groupOf(feature);
        int shift = BinnedMatrix.shift(feature);
        int left = from;
        int right = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            if (goesLeft[codes[row] >>> shift & 255]) {
                rows[left++] = row;
            } else {
                kept[right++] = row;
            }
        }
        System.arraycopy(kept, 0, rows, left, right);
        return left;
    }

    private int part(int from, int to, int feature, int code, boolean missingLeft) {
        int[] codes = matrix.groupOf(feature);
        int shift = BinnedMatrix.shift(feature);
        // Missing is code 0: one subtraction makes it the largest number where it goes right.
        int lowest = missingLeft ? 0 : 1;
        int span = code - lowest;
        int left = from;
        int right = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int own = (codes[row] >>> shift & 255) - lowest;
            boolean goesLeft = Integer.compareUnsigned(own, span) <= 0;
            rows[left] = row;
            kept[right] = row;
            left += goesLeft ? 1 : 0;
            right += goesLeft ? 0 : 1;
        }
        System.arraycopy(kept, 0, rows, left, right);
        return left;
    }
}
