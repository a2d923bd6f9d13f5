package lathe.engine.learn.discriminant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.Target;
import lathe.engine.learn.algebra.Standardised;
import lathe.scoring.Matrix;
import lathe.scoring.form.Discriminant;
import lathe.scoring.form.Form;

/// Gaussian classes: naive Bayes, quadratic and regularised discriminant analysis.
///
/// They differ in what they take for a class's covariance. Their probabilities are far too sure where features depend on
/// each other; unless told not to, the scores are calibrated on rows held out.
/// Sources: T. Hastie et al., "The Elements of Statistical Learning" (2009), 4.3 and 6.6; J. Friedman, "Regularized
/// Discriminant Analysis" (1989).
public final class DiscriminantLearner implements Learner {

    /// Rows used at most; more are thinned by lot.
    public static final int ROW_LIMIT = 100_000;
    private static final int MOST_FEATURES = 400;
    private static final int MOST_FACTORS = 1_000_000;

    private enum Kind { NAIVE_BAYES, QUADRATIC, REGULARISED }

    private final Kind kind;

    private DiscriminantLearner(Kind kind) {
        this.kind = kind;
    }

    /// Each feature for itself: scikit-learn's `GaussianNB` behind a `StandardScaler`.
    public static DiscriminantLearner naiveBayes() {
        return new DiscriminantLearner(Kind.NAIVE_BAYES);
    }

    /// A covariance for each class, shrunk to the identity: scikit-learn's `QuadraticDiscriminantAnalysis` likewise.
    public static DiscriminantLearner quadratic() {
        return new DiscriminantLearner(Kind.QUADRATIC);
    }

    /// Between one covariance for each class and one for all, and shrunk to a sphere.
    public static DiscriminantLearner regularised() {
        return new DiscriminantLearner(Kind.REGULARISED);
    }

    @Override
    public String id() {
        return switch (kind) {
            case NAIVE_BAYES -> "naive_bayes";
            case QUADRATIC -> "quadratic_discriminant";
            case REGULARISED -> "regularised_discriminant";
        };
    }

    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return shape.refusedWithoutClasses().or(() -> refusalOfSize(shape));
    }

    private Optional<String> refusalOfSize(DataShape shape) {
        if (kind == Kind.NAIVE_BAYES) {
            return (long) shape.features() * shape.classes() <= MOST_FACTORS ? Optional.empty() : Optional.of(
                    "%d features times %d classes are more than it takes.".formatted(shape.features(), shape.classes()));
        }
        long factors = (long) shape.features() * (shape.features() + 1) / 2 * shape.classes();
        return shape.refusedAboveFeatures(MOST_FEATURES).or(() -> factors <= MOST_FACTORS ? Optional.empty() : Optional.of(
                "A covariance of %d features for each of %d classes is more than it keeps.".formatted(shape.features(), shape.classes())));
    }

    @Override
    public SearchSpace space(DataShape shape) {
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        switch (kind) {
            case NAIVE_BAYES -> parameters.add(new Real("smoothing", 1e-6, 1, 0.05, true));
            case QUADRATIC -> parameters.add(new Real("shrinkage", 1e-4, 1, 0.1, true));
            case REGULARISED -> {
                parameters.add(new Real("own", 0, 1, 0.3, false));
                parameters.add(new Real("shrinkage", 1e-4, 1, 0.1, true));
            }
        }
        parameters.add(Tempering.CHOICE);
        return new SearchSpace(parameters);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        double rows = Math.min(ROW_LIMIT, shape.rows());
        double p = shape.features();
        return kind == Kind.NAIVE_BAYES ? 0.01 + 4e-8 * rows * p
                : 0.01 + 4e-8 * rows * p + 1.2e-9 * rows * p * (p + shape.classes() * p / 10) + 1e-9 * shape.classes() * p * p * p;
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows rows = FitRows.atMost(ROW_LIMIT, features, target, context.seed());
        if (context.mustStop()) {
            throw new CancellationException("time was up before the fit ended");
        }
        return Tempering.of(hyperparameters).fit(rows, context, part -> plain(part, hyperparameters, context));
    }

    private Discriminant plain(FitRows rows, Hyperparameters hyperparameters, FitContext context) {
        ClassMoments moments = new ClassMoments(Standardised.exceptFlags(rows.columns(), rows.target().weights()), rows.target(), context);
        return switch (kind) {
            case NAIVE_BAYES -> naive(moments, hyperparameters.number("smoothing"));
            case QUADRATIC -> gaussian(moments, 1, hyperparameters.number("shrinkage"));
            case REGULARISED -> gaussian(moments, hyperparameters.number("own"), hyperparameters.number("shrinkage"));
        };
    }

    private static Discriminant naive(ClassMoments moments, double smoothing) {
        GaussianClasses classes = new GaussianClasses(moments, moments.width());
        for (int c = 0; c < moments.classes(); c++) {
            double[] variances = moments.squares(c);
            for (int feature = 0; feature < variances.length; feature++) {
                // A class without rows is spread as all rows are: with deviation 1.
                variances[feature] = (moments.count(c) == 0 ? 1 : variances[feature] / moments.count(c)) + smoothing;
            }
            classes.diagonal(c, variances);
        }
        return classes.form();
    }

    // The quadratic kind shrinks to variance 1, as scikit-learn does, the regularised one to the class's own mean variance.
    private Discriminant gaussian(ClassMoments moments, double own, double shrinkage) {
        int p = moments.width();
        double[][] pooled = Covariances.mix(1.0 / moments.total(), Covariances.within(moments), 0, Covariances.zero(p));
        GaussianClasses classes = new GaussianClasses(moments, p * (p + 1) / 2);
        for (int c = 0; c < moments.classes(); c++) {
            double[][] covariance = moments.count(c) < 2 ? pooled
                    : Covariances.mix(own / moments.count(c), moments.scatter(c), 1 - own, pooled);
            double variance = kind == Kind.QUADRATIC ? 1 : Covariances.meanVariance(covariance);
            classes.full(c, Covariances.shrunk(covariance, shrinkage, variance));
        }
        return classes.form();
    }
}
