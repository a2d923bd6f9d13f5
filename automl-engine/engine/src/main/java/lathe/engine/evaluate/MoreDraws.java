package lathe.engine.evaluate;

import java.util.Arrays;
import java.util.Optional;

/// By how much the best of some draws will be beaten by as many further draws as are still to come.
///
/// The draws beyond a threshold, the upper third of them, are taken to follow a generalised Pareto distribution (J. Pickands,
/// Statistical inference using extreme order statistics, Annals of Statistics 3, 1975). Its shape ξ and scale σ are not
/// estimated but averaged over by their likelihood, with equal prior weight for each ξ of a list, as bounded metrics have
/// light or finite tails, and for each log σ. With p the share of draws beyond the threshold and M the distance from it of
/// the best so far, a gain of at most g has the probability E[(1 − p·S(M + g))^k] for k further draws, S being the tail.
///
/// This holds for draws that are exchangeable. A search that begins with what is usually best gains less than is said, one
/// that learns quickly where the best lies gains more.
public final class MoreDraws {

    /// Fewer draws say too little.
    public static final int LEAST = 6;

    private static final double[] SHAPES = {-1, -0.75, -0.5, -0.25, 0, 0.2};
    private static final int SCALES = 21;
    private static final double LOG_RANGE = 2.5;
    private static final int MOST_BEYOND = 12;
    private static final int LEAST_BEYOND = 4;
    private static final int HALVINGS = 32;
    private static final int STEPS = 60;
    private static final double FAR = 0.9995;

    private final double[] shapes = new double[SHAPES.length * SCALES];
    private final double[] scales = new double[shapes.length];
    private final double[] weights = new double[shapes.length];
    private final double best;
    private final double share;
    private final double more;
    private final double typical;

    /// The improvement of the best, never below 0.
    ///
    /// @param lower end of the interval that holds it with the probability asked for
    public record Gain(double mean, double lower, double upper) { }

    /// @param draws   so far, larger is better; `-∞` for one that is known to be poor
    /// @param further number of draws to come, above 0
    /// @param level   probability of the interval
    /// @return nothing if fewer than [#LEAST] draws are finite
    public static Optional<Gain> gain(double[] draws, double further, double level) {
        double[] best = Arrays.stream(draws).filter(Double::isFinite).map(draw -> -draw).sorted().map(draw -> -draw).toArray();
        if (best.length < LEAST || !(further > 0)) {
            return Optional.empty();
        }
        int beyond = Math.clamp((draws.length + 2) / 3, LEAST_BEYOND, Math.min(best.length - 1, MOST_BEYOND));
        double[] excess = new double[beyond];
        for (int i = 0; i < beyond; i++) {
            excess[i] = best[i] - best[beyond];
        }
        double mean = Arrays.stream(excess).average().orElse(0);
        return Optional.of(mean > 0 ? new MoreDraws(excess, mean, (double) beyond / draws.length, further).gain(level)
                : new Gain(0, 0, 0));
    }

    private MoreDraws(double[] excess, double typical, double share, double further) {
        this.best = excess[0];
        this.typical = typical;
        this.share = share;
        this.more = further;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            shapes[i] = SHAPES[i / SCALES];
            scales[i] = typical * Math.exp(LOG_RANGE * (2.0 * (i % SCALES) / (SCALES - 1) - 1));
            weights[i] = logLikelihood(excess, shapes[i], scales[i]);
            most = Math.max(most, weights[i]);
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(weights[i] - most);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    private static double logLikelihood(double[] excess, double shape, double scale) {
        double sum = -excess.length * Math.log(scale);
        for (double each : excess) {
            double z = 1 + shape * each / scale;
            if (z <= 0) {
                return Double.NEGATIVE_INFINITY;
            }
            sum -= shape == 0 ? each / scale : (1 + 1 / shape) * Math.log(z);
        }
        return sum;
    }

    private static double beyond(double distance, double shape, double scale) {
        return shape == 0 ? Math.exp(-distance / scale) : Math.pow(Math.max(0, 1 + shape * distance / scale), -1 / shape);
    }

    private double probability(double gain) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Math.pow(1 - share * beyond(best + gain, shapes[i], scales[i]), more);
        }
        return sum;
    }

    private double quantile(double probability) {
        if (probability(0) >= probability) {
            return 0;
        }
        double high = typical;
        while (probability(high) < probability) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (probability(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private Gain gain(double level) {
        double far = quantile(FAR);
        double mean = 0;
        for (int step = 0; step < STEPS; step++) {
            mean += (1 - probability(far * (step + 0.5) / STEPS)) * far / STEPS;
        }
        return new Gain(mean, quantile((1 - level) / 2), quantile((1 + level) / 2));
    }
}
