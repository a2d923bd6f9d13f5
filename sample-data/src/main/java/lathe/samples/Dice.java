package lathe.samples;

import java.util.List;
import java.util.SplittableRandom;

/// Random draws that are the same on every machine and Java version.
///
/// Everything is built from `SplittableRandom.nextLong`, whose sequence is fixed by its published algorithm, and from
/// `StrictMath`; the JDK's own bounded and Gaussian draws may change between versions and are not used.
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /// Independent draws: what one of the two does never shifts the other.
    Dice split() {
        return new Dice(random.split());
    }

    /// A number in [0, 1).
    double uniform() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    /// A number in [low, high).
    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /// A whole number in [0, bound).
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /// A whole number in [low, high], both ends included.
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(double share) {
        return uniform() < share;
    }

    /// A normal draw by the Box-Muller transform (Annals of Mathematical Statistics 29, 1958).
    double normal(double mean, double deviation) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return mean + deviation * radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /// A right-skewed positive draw: `sigma` is the deviation of its logarithm.
    double skewed(double median, double sigma) {
        return median * StrictMath.exp(normal(0, sigma));
    }

    /// A count with the given mean, by Knuth's multiplication; meant for means under 20.
    int count(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    /// An index drawn in proportion to the weights, which need not sum to 1.
    int index(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /// One of the values, drawn in proportion to the weights of the same positions.
    <T> T pick(List<T> values, double... weights) {
        if (values.size() != weights.length) {
            throw new IllegalArgumentException("weights must match %d values, were %d"
                    .formatted(values.size(), weights.length));
        }
        return values.get(index(weights));
    }

    /// The chance that belongs to log odds.
    static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
