package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// Rows in order of falling probability of one class, sorted once and walked many times.
final class Ranking {

    private final int[] rows;
    private final double[] probabilities;
    private final boolean[] positives;

    private Ranking(int[] rows, double[] probabilities, boolean[] positives) {
        this.rows = rows;
        this.probabilities = probabilities;
        this.positives = positives;
    }

    /// @param positive the class asked for; any class of any number of classes
    static Ranking of(Target truth, Predictions predictions, int positive) {
        double[] keys = new double[truth.rows()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = -predictions.at(row, positive);
        }
        int[] order = Sorting.order(keys);
        double[] probabilities = new double[order.length];
        boolean[] positives = new boolean[order.length];
        for (int place = 0; place < order.length; place++) {
            probabilities[place] = predictions.at(order[place], positive);
            positives[place] = truth.classIndex(order[place]) == positive;
        }
        return new Ranking(order, probabilities, positives);
    }

    int rows() {
        return rows.length;
    }

    int row(int place) {
        return rows[place];
    }

    double probability(int place) {
        return probabilities[place];
    }

    boolean isPositive(int place) {
        return positives[place];
    }

    boolean tiedWithPrevious(int place) {
        return place > 0 && probabilities[place] == probabilities[place - 1];
    }

    /// Whether the next place has a smaller probability or there is none.
    boolean lastOfTie(int place) {
        return place + 1 == rows.length || !tiedWithPrevious(place + 1);
    }

    /// Last place with the probability of this one.
    int endOfTie(int place) {
        int end = place;
        while (!lastOfTie(end)) {
            end++;
        }
        return end;
    }

    /// Rows of the class asked for.
    int positives() {
        int count = 0;
        for (boolean positive : positives) {
            count += positive ? 1 : 0;
        }
        return count;
    }

    /// Whether a probability is `NaN`; those come last.
    boolean hasNaN() {
        return rows.length > 0 && Double.isNaN(probabilities[rows.length - 1]);
    }
}
