package lathe.engine.learn.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FiniteFeatures;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.ScoreCalibration;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;

/// Small trees that vote for classes; each is grown on rows weighted by how often the earlier ones were wrong about them.
///
/// Scikit-learn's `AdaBoostClassifier`, but that the votes are turned into probabilities by a calibration on held-out rows.
/// Sources: Y. Freund, R. Schapire, "A Decision-Theoretic Generalization of On-Line Learning" (1997); J. Zhu et al.,
/// "Multi-class AdaBoost" (2009).
public final class AdaptiveBoostingLearner implements Learner {

    private static final int BINS = 255;
    private static final double KNOWN_SHARE = 0.75;
    private static final int FEWEST_ROWS = 40;

    @Override
    public String id() {
        return "adaptive_boosting";
    }

    @Override
    public Preparation preparation() {
        return Preparation.TREES;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return shape.refusedWithoutClasses();
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of(
                new Whole("trees", 10, 400, 100, true),
                new Whole("depth", 1, 6, 3, false),
                new Whole("leaf_rows", 0, 50, 5, false),
                new Real("learning_rate", 0.05, 2, 0.5, true),
                new Choice("calibration", List.of("inner", "none"), "inner", false)));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double reads = (double) shape.rows() * shape.features() * (1 + hyperparameters.number("depth"));
        return 0.05 + 4e-8 * shape.rows() * shape.features() + 3e-9 * hyperparameters.number("trees") * reads;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows all = new FitRows(FiniteFeatures.require(features, target), target);
        AdaptiveFit fit = fit(all, context);
        Votes whole = new Votes(fit, hyperparameters);
        int k = target.classCount();
        ScoreCalibration calibration = ScoreCalibration.of((double) k / (k - 1) / (k - 1), k);
        if (hyperparameters.choice("calibration").equals("inner") && target.rows() >= FEWEST_ROWS && !context.mustStop()) {
            calibration = calibration(all, hyperparameters, context);
        }
        double[] base = IntStream.range(0, k).mapToDouble(calibration::bias).toArray();
        return whole.form(calibration.slope(), base, Link.SOFTMAX);
    }

    private static AdaptiveFit fit(FitRows rows, FitContext context) {
        return new AdaptiveFit(BinnedMatrix.of(rows.features(), BINS), rows.target(), context);
    }

    private static ScoreCalibration calibration(FitRows all, Hyperparameters hyperparameters, FitContext context) {
        int[] known = RowDraw.share(all.target(), KNOWN_SHARE, context.seed().child("calibration", 0));
        FitRows held = all.select(RowDraw.others(all.target().rows(), known));
        int k = all.target().classCount();
        Trees votes = new Votes(fit(all.select(known), context), hyperparameters).form(1, new double[k], Link.IDENTITY);
        Predictions shares = votes.predict(Features.of(held.features()));
        double[][] scores = new double[k][held.target().rows()];
        for (int row = 0; row < held.target().rows(); row++) {
            for (int c = 0; c < k; c++) {
                scores[c][row] = shares.at(row, c);
            }
        }
        return ScoreCalibration.of(scores, held.target());
    }

    /// The trees of a fit, grown.
    private record Votes(AdaptiveFit fit, AdaptiveFit.Grown grown) {

        Votes(AdaptiveFit fit, Hyperparameters hyperparameters) {
            this(fit, fit.grow(hyperparameters.whole("trees"), hyperparameters.whole("depth"), hyperparameters.whole("leaf_rows"),
                    hyperparameters.number("learning_rate")));
        }

        /// @param slope what the share of the votes each class has is multiplied with
        Trees form(double slope, double[] base, Link link) {
            return fit.join(grown, slope, base, link);
        }
    }
}
