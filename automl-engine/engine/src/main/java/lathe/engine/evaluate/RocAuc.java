package lathe.engine.evaluate;

/// Area under the ROC curve: the share of pairs of a positive and a negative row that are in the right order, ties
/// counting half. 0.5 is chance.
///
/// Source: J. A. Hanley, B. J. McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC)
/// curve", Radiology 143 (1982).
public final class RocAuc extends RankingMetric {

    @Override
    public String id() {
        return "roc_auc";
    }

    @Override
    Sweep sweep() {
        return new Pairs();
    }

    private static final class Pairs extends Sweep {

        private double above;
        private double ordered;

        @Override
        void step(double positives, double negatives) {
            ordered += negatives * (above + 0.5 * positives);
            above += positives;
        }

        @Override
        double result(double positives, double negatives) {
            return ordered / (positives * negatives);
        }
    }
}
