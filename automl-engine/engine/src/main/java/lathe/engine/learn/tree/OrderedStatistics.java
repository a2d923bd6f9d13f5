package lathe.engine.learn.tree;

/// A feature of levels as numbers: what the rows of the same level answer on average.
///
/// A row sees only those before it in an order drawn by lot, so that no number tells a row its own answer; new rows, and
/// rows held back, see all. Source: L. Prokhorenkova et al., "CatBoost: unbiased boosting with categorical features" (2018),
/// section 3.2.
///
/// @param column the number of each row of the matrix, shape n
/// @param ofCode the number new rows get, by code
record OrderedStatistics(double[] column, double[] ofCode) {

    /// What a row answers.
    interface Answer {
        double of(int row);
    }

    /// The same number for all rows of a level, where each has so many rows that none of them tells much of its own answer.
    OrderedStatistics settled(BinnedMatrix matrix, int feature) {
        double[] same = new double[column.length];
        for (int row = 0; row < same.length; row++) {
            same[row] = ofCode[matrix.code(row, feature)];
        }
        return new OrderedStatistics(same, ofCode);
    }

    /// @param order     rows that are learnt from, as they were drawn
    /// @param smoothing rows of the mean answer added to each level
    static OrderedStatistics of(BinnedMatrix matrix, int feature, int[] order, Answer answer, double smoothing) {
        double prior = 0;
        for (int row : order) {
            prior += answer.of(row) / order.length;
        }
        int codes = matrix.codes(feature);
        double[] sums = new double[codes];
        double[] counts = new double[codes];
        double[] column = new double[matrix.rows()];
        boolean[] seen = new boolean[matrix.rows()];
        for (int row : order) {
            int code = matrix.code(row, feature);
            column[row] = (sums[code] + smoothing * prior) / (counts[code] + smoothing);
            sums[code] += answer.of(row);
            counts[code]++;
            seen[row] = true;
        }
        for (int code = 0; code < codes; code++) {
            sums[code] = (sums[code] + smoothing * prior) / (counts[code] + smoothing);
        }
        for (int row = 0; row < column.length; row++) {
            if (!seen[row]) {
                column[row] = sums[matrix.code(row, feature)];
            }
        }
        return new OrderedStatistics(column, sums);
    }
}
