package lathe.engine.evaluate;

import lathe.engine.learn.Target;

/// What each part of a split should have its share of: the classes, or ten quantile ranges of a number.
final class Strata {

    private static final int BINS = 10;
    private static final int LEAST_ROWS_IN_BIN = 5;

    private final int[] stratum;
    private final int count;

    private Strata(int[] stratum, int count) {
        this.stratum = stratum;
        this.count = count;
    }

    static Strata of(Target target) {
        return target.task().isClassification()
                ? new Strata(target.toClassArray(), target.classCount())
                : byQuantile(target.toArray());
    }

    // Equal values share a bin, so that a bin never depends on the order of the rows.
    private static Strata byQuantile(double[] values) {
        int bins = Math.clamp(values.length / LEAST_ROWS_IN_BIN, 1, BINS);
        int[] order = Sorting.order(values);
        int[] stratum = new int[values.length];
        for (int place = 0; place < order.length; place++) {
            boolean tied = place > 0 && values[order[place]] == values[order[place - 1]];
            stratum[order[place]] = tied ? stratum[order[place - 1]] : (int) ((long) place * bins / order.length);
        }
        return new Strata(stratum, bins);
    }

    int of(int row) {
        return stratum[row];
    }

    int count() {
        return count;
    }

    int rows() {
        return stratum.length;
    }

    /// Rows of each stratum.
    int[] sizes() {
        int[] sizes = new int[count];
        for (int index : stratum) {
            sizes[index]++;
        }
        return sizes;
    }
}
