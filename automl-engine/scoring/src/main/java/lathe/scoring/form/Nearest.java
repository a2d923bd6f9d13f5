package lathe.scoring.form;

/// Picks the smallest of many numbers, the earlier first where they are equal, and weighs them. Not for several threads.
final class Nearest {

    private final int[] rows;
    private final double[] distances;
    private final double[] weights;

    Nearest(int count) {
        rows = new int[count];
        distances = new double[count];
        weights = new double[count];
    }

    /// Cost: one look at each number, and a shift for each that is better than what is held.
    void choose(double[] sums) {
        int held = 0;
        for (int row = 0; row < sums.length; row++) {
            double sum = sums[row];
            if (held < rows.length || sum < distances[held - 1]) {
                int at = held < rows.length ? held++ : held - 1;
                while (at > 0 && distances[at - 1] > sum) {
                    distances[at] = distances[at - 1];
                    rows[at] = rows[at - 1];
                    at--;
                }
                distances[at] = sum;
                rows[at] = row;
            }
        }
    }

    /// Works out what each counts; where all are infinitely far away, they count the same.
    void weigh(Neighbours.Vote vote) {
        boolean alike = !vote.byDistance() || distances[0] == Double.POSITIVE_INFINITY;
        boolean some = !alike && distances[0] == 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = vote.squared() ? Math.sqrt(distances[i]) : distances[i];
            weights[i] = alike ? 1 : some ? distance == 0 ? 1 : 0 : 1 / distance;
        }
    }

    int row(int place) {
        return rows[place];
    }

    double weight(int place) {
        return weights[place];
    }
}
