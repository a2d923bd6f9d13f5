package lathe.engine.search;

import java.util.HashMap;
import java.util.Map;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;

/// About how long fits take: what a learner expects, by what fits of it usually miss that, by what this run's own fits missed.
///
/// The last is the mean over the fits of the learner so far, in logarithms, drawn towards the mean over learners as if by one more
/// fit, and that towards no miss at all as if by two more learners: a slow machine shows in any of them. Times are logarithms
/// because a fit that takes ten times as long and one that takes a tenth of the time are equally far off.
public final class CostModel {

    private static final double FITS_BEFORE = 1;
    private static final double LEARNERS_BEFORE = 2;

    private final Map<String, CostCorrection> corrections;
    private final Map<String, Missed> seen = new HashMap<>();

    private static final class Missed {
        private double sum;
        private int fits;
    }

    /// @param corrections by learner; others are taken by their word
    public CostModel(Map<String, CostCorrection> corrections) {
        this.corrections = Map.copyOf(corrections);
    }

    /// Every learner is taken by its word until it is seen.
    public static CostModel plain() {
        return new CostModel(Map.of());
    }

    /// Seconds of a fit, preparing included.
    ///
    /// @param joins whether features of several columns are added
    public double seconds(Learner learner, DataShape shape, Hyperparameters hyperparameters, boolean joins) {
        return learner.expectedSeconds(shape, hyperparameters) * factor(learner, shape, hyperparameters, joins);
    }

    /// Seconds below which a fit is not worth beginning.
    public double leastSeconds(Learner learner, DataShape shape, Hyperparameters hyperparameters, boolean joins) {
        return learner.leastSeconds(shape, hyperparameters) * factor(learner, shape, hyperparameters, joins);
    }

    /// Takes note of a fit.
    public void learn(Learner learner, DataShape shape, Hyperparameters hyperparameters, boolean joins, double seconds) {
        double expected = learner.expectedSeconds(shape, hyperparameters);
        double miss = Math.log(Math.max(CostCorrection.LEAST_SECONDS, seconds) / Math.max(CostCorrection.LEAST_SECONDS, expected));
        Missed own = seen.computeIfAbsent(learner.id(), id -> new Missed());
        own.sum += miss - usual(learner, expected, shape, joins);
        own.fits++;
    }

    private double factor(Learner learner, DataShape shape, Hyperparameters hyperparameters, boolean joins) {
        return Math.exp(usual(learner, learner.expectedSeconds(shape, hyperparameters), shape, joins) + missed(learner.id()));
    }

    private double usual(Learner learner, double expected, DataShape shape, boolean joins) {
        CostCorrection correction = corrections.get(learner.id());
        return correction == null ? 0 : correction.log(expected, shape, joins);
    }

    private double missed(String learner) {
        double all = seen.values().stream().mapToDouble(each -> each.sum / each.fits).sum() / (seen.size() + LEARNERS_BEFORE);
        Missed own = seen.get(learner);
        return own == null ? all : (own.sum + FITS_BEFORE * all) / (own.fits + FITS_BEFORE);
    }
}
