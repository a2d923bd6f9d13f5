package lathe.engine.learn.tree;

import lathe.scoring.Matrix;

/// Gathers rows of which there are too many to be held as numbers: one byte a cell, in the bins of a sample.
///
/// [#codes] may be called on many threads, everything else on one.
public final class BinnedRows {

    private final BinnedMatrix sample;
    private final int[][] packed;
    private final boolean[] missing;
    private int rows;

    /// Rows in codes, to be added.
    public static final class Codes {

        private final int[][] packed;
        private final int rows;

        private Codes(int[][] packed, int rows) {
            this.packed = packed;
            this.rows = rows;
        }

        public int rows() {
            return rows;
        }
    }

    /// @param sample   its bins are taken
    /// @param mostBins as of [BinnedMatrix#of]
    /// @param most     rows there is room for
    public BinnedRows(Matrix sample, int mostBins, int most) {
        this.sample = BinnedMatrix.of(sample, mostBins);
        this.packed = new int[this.sample.groups()][most];
        this.missing = new boolean[this.sample.width()];
    }

    /// @param matrix with the features of the sample, in their order
    public Codes codes(Matrix matrix) {
        return new Codes(sample.codesOf(matrix), matrix.rows());
    }

    /// Adds as many rows as there is room for; says how many.
    public int add(Codes codes) {
        int added = Math.min(codes.rows, room());
        for (int group = 0; group < packed.length; group++) {
            System.arraycopy(codes.packed[group], 0, packed[group], rows, added);
        }
        rows += added;
        return added;
    }

    public int rows() {
        return rows;
    }

    private int room() {
        return packed.length == 0 ? 0 : packed[0].length - rows;
    }

    BinnedMatrix matrix() {
        for (int feature = 0; feature < missing.length; feature++) {
            int[] group = packed[feature / 4];
            int shift = BinnedMatrix.shift(feature);
            for (int row = 0; row < rows && !missing[feature]; row++) {
                missing[feature] = (group[row] >>> shift & 255) == 0;
            }
        }
        return sample.sameBins(packed, missing, rows);
    }
}
