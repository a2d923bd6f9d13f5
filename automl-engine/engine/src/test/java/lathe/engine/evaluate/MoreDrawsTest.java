package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.provenance.Seed;
import org.junit.jupiter.api.Test;

class MoreDrawsTest {

    private static final double LEVEL = 0.9;

    /// Draws as often as these, each followed by as many more.
    private record Covered(double share, double meanSaid, double meanFound) { }

    private static Covered covered(int draws, int repeats, Function<RandomGenerator, Double> source) {
        RandomGenerator random = new Seed(7).random();
        double inside = 0;
        double said = 0;
        double found = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            double[] all = IntStream.range(0, 2 * draws).mapToDouble(i -> source.apply(random)).toArray();
            double[] first = Arrays.copyOf(all, draws);
            double gain = Math.max(0, Arrays.stream(all).max().orElseThrow() - Arrays.stream(first).max().orElseThrow());
            MoreDraws.Gain forecast = MoreDraws.gain(first, draws, LEVEL).orElseThrow();
            inside += forecast.lower() <= gain && gain <= forecast.upper() ? 1 : 0;
            said += forecast.mean();
            found += gain;
        }
        return new Covered(inside / repeats, said / repeats, found / repeats);
    }

    // 150 repeats of a share of 0.9 have a standard error of 0.024; more than the share stated is no fault, for the
    // interval must also cover the chance of no gain at all, which alone is about a half.
    @Test
    void intervalsHoldAsOftenAsTheySay() {
        for (int draws : new int[] {8, 25}) {
            assertTrue(covered(draws, 150, RandomGenerator::nextGaussian).share() > 0.86, "normal, " + draws);
            assertTrue(covered(draws, 150, RandomGenerator::nextExponential).share() > 0.85, "exponential, " + draws);
            assertTrue(covered(draws, 150, RandomGenerator::nextDouble).share() > 0.86, "uniform, " + draws);
            assertTrue(covered(draws, 150, random -> random.nextInt(3) == 0 ? -20 * random.nextExponential() : random.nextGaussian())
                    .share() > 0.86, "some of them poor, " + draws);
        }
    }

    // The best of n exponential draws is expected to rise by about log 2 with n more.
    @Test
    void expectsWhatIsFoundWhereTheTailIsExponential() {
        Covered covered = covered(25, 150, RandomGenerator::nextExponential);

        assertEquals(Math.log(2), covered.meanFound(), 0.2);
        assertTrue(covered.meanSaid() > 0.5 && covered.meanSaid() < 1.2, "said " + covered.meanSaid());
    }

    // Said by a script of the same formulas with numpy 2.4.6 for these ten numbers and ten more draws.
    @Test
    void agreesWithAnotherComputation() {
        double[] draws = {0.80, 0.82, 0.79, 0.85, 0.84, 0.70, 0.83, 0.81, 0.845, 0.835};
        MoreDraws.Gain gain = MoreDraws.gain(draws, 10, LEVEL).orElseThrow();

        assertEquals(0, gain.lower());
        assertEquals(0.0399062444707852, gain.upper(), 1e-5);
    }

    @Test
    void saysNothingOfFewDraws() {
        assertTrue(MoreDraws.gain(new double[] {1, 2, 3, 4, 5, Double.NEGATIVE_INFINITY}, 5, LEVEL).isEmpty());
    }

    @Test
    void expectsNothingWhereAllAreEqual() {
        assertEquals(new MoreDraws.Gain(0, 0, 0), MoreDraws.gain(new double[] {1, 1, 1, 1, 1, 1}, 5, LEVEL).orElseThrow());
    }

    @Test
    void poorDrawsMakeBetterOnesLessLikely() {
        double[] draws = {1, 2, 3, 4, 5, 6};
        double[] withPoor = Arrays.copyOf(draws, 9);
        Arrays.fill(withPoor, 6, 9, Double.NEGATIVE_INFINITY);

        assertTrue(MoreDraws.gain(withPoor, 6, LEVEL).orElseThrow().mean() < MoreDraws.gain(draws, 6, LEVEL).orElseThrow().mean());
    }
}
