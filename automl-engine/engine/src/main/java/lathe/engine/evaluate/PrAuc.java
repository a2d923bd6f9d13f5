package lathe.engine.evaluate;

/// Average precision: precision at each threshold, weighted by the recall gained there, without interpolation (the
/// definition of scikit-learn's `average_precision_score`). Chance is the share of positive rows.
public final class PrAuc extends RankingMetric {

    @Override
    public String id() {
        return "pr_auc";
    }

    @Override
    Sweep sweep() {
        return new Precisions();
    }

    private static final class Precisions extends Sweep {

        private double positivesAbove;
        private double rowsAbove;
        private double sum;

        @Override
        void step(double positives, double negatives) {
            positivesAbove += positives;
            rowsAbove += positives + negatives;
            sum += positives * (positivesAbove / rowsAbove);
        }

        @Override
        double result(double positives, double negatives) {
            return sum / positives;
        }
    }
}
