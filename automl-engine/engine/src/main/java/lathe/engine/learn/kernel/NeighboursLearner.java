package lathe.engine.learn.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Link;
import lathe.scoring.form.Neighbours;
import lathe.scoring.step.Numbers;

/// The mean answer of the nearest rows: scikit-learn's `KNeighborsClassifier` and `KNeighborsRegressor` behind a
/// `StandardScaler`, but for a share of the answer that comes from all rows, which keeps a class no neighbour has from being
/// ruled out; it is chosen on held-out rows.
///
/// A fit only keeps the rows; the cost comes at every prediction. Where little time is left, fewer rows are kept.
public final class NeighboursLearner implements Learner {

    private static final SmallTables LIMIT = new SmallTables(20_000, 60, 100);
    private static final double SECONDS_PER_CELL = 2e-10;

    @Override
    public String id() {
        return "nearest_neighbours";
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return LIMIT.refusal(shape);
    }

    @Override
    public SearchSpace space(DataShape shape) {
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Whole("neighbours", 1, 100, 15, true));
        parameters.add(new Choice("distance", List.of("squared", "absolute"), "squared"));
        parameters.add(new Choice("weights", List.of("distance", "equal"), "distance"));
        if (shape.task().isClassification()) {
            parameters.add(new Real("smoothing", 0.01, 20, 1, true));
            parameters.add(new Choice("calibration", List.of("inner", "none"), "inner", false));
        } else {
            parameters.add(TargetScale.CHOICE);
        }
        return new SearchSpace(parameters);
    }

    /// With the predictions for a fold of a quarter of the rows, which cost more than the fit.
    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return 0.02 + 0.25 * SECONDS_PER_CELL * shape.rows() * shape.rows() * (shape.features() + 2);
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        if (context.mustStop()) {
            throw new CancellationException("time was up before the fit began");
        }
        // As many predictions as there are rows should be possible in the time left.
        double cells = (double) target.rows() * (features.width() + 2) * SECONDS_PER_CELL;
        int affordable = (int) Math.clamp(0.5 * context.deadline().secondsLeft() / cells, 100, LIMIT.rows());
        FitRows kept = FitRows.atMost(affordable, features, target, context.seed());
        ComparedRows rows = ComparedRows.of(kept.columns(), kept.target().rows());
        Neighbours.Vote vote = new Neighbours.Vote(Math.min(hyperparameters.whole("neighbours"), rows.count()),
                hyperparameters.choice("distance").equals("squared"), hyperparameters.choice("weights").equals("distance"));
        if (target.task().isClassification()) {
            double given = hyperparameters.number("smoothing") / (vote.count() + hyperparameters.number("smoothing"));
            double share = hyperparameters.choice("calibration").equals("none") ? given : PriorShare.best(kept, vote, given, context);
            return classes(rows, kept.target(), vote, share);
        }
        TargetScale scale = TargetScale.of(kept.target(), hyperparameters.choice("target"));
        return new Neighbours(rows.known(), Numbers.of(scale.values()), vote, Numbers.of(0), 1, scale.link());
    }

    /// @param share of the answer that the classes' shares among all rows make up
    static Neighbours classes(ComparedRows rows, Target target, Neighbours.Vote vote, double share) {
        double[] shares = new double[target.classCount()];
        for (int row = 0; row < target.rows(); row++) {
            shares[target.classIndex(row)] += 1;
        }
        double total = target.rows() + 0.5 * shares.length;
        double[] base = Arrays.stream(shares).map(count -> share * (count + 0.5) / total).toArray();
        return new Neighbours(rows.known(), Numbers.of(target.toArray()), vote, Numbers.of(base), 1 - share, Link.IDENTITY);
    }
}
