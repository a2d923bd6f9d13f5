package lathe.engine.learn.kernel;

import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.Target;
import lathe.scoring.form.Features;
import lathe.scoring.form.Neighbours;

/// How much of an answer should come from all rows instead of the neighbours: the share with the least log loss on rows held
/// out.
final class PriorShare {

    private static final double[] TRIED = {0.001, 0.003, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8};
    private static final double KNOWN_SHARE = 0.8;
    private static final int MOST_HELD = 1_000;
    private static final int FEWEST_ROWS = 50;

    private PriorShare() { }

    /// @param given what is taken for tables too small to hold out any
    static double best(FitRows rows, Neighbours.Vote vote, double given, FitContext context) {
        Target target = rows.target();
        if (target.rows() < FEWEST_ROWS || context.mustStop()) {
            return given;
        }
        double share = Math.max(KNOWN_SHARE, 1 - (double) MOST_HELD / target.rows());
        int[] known = RowDraw.share(target, share, context.seed().child("calibration", 0));
        FitRows held = rows.select(RowDraw.others(target.rows(), known));
        FitRows kept = rows.select(known);
        if (held.target().rows() == 0 || kept.target().rows() < vote.count()) {
            return given;
        }
        ComparedRows compared = ComparedRows.of(kept.columns(), kept.target().rows());
        double[] near = shares(compared, kept.target(), vote, 0, held);
        double[] all = shares(compared, kept.target(), new Neighbours.Vote(1, vote.squared(), false), 1, held);
        double best = given;
        double least = Double.POSITIVE_INFINITY;
        for (double tried : TRIED) {
            double loss = loss(near, all, tried, held.target());
            if (loss < least) {
                least = loss;
                best = tried;
            }
        }
        return best;
    }

    private static double[] shares(ComparedRows rows, Target target, Neighbours.Vote vote, double share, FitRows held) {
        return NeighboursLearner.classes(rows, target, vote, share).predict(Features.of(held.features())).values();
    }

    private static double loss(double[] near, double[] all, double share, Target target) {
        double loss = 0;
        for (int row = 0; row < target.rows(); row++) {
            int at = row * target.classCount() + target.classIndex(row);
            loss -= Math.log((1 - share) * near[at] + share * all[at]);
        }
        return loss;
    }
}
