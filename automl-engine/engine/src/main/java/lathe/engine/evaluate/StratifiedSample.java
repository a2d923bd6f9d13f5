package lathe.engine.evaluate;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;

/// Draws rows so that classes, or the range of a number, are represented as in the whole.
public final class StratifiedSample {

    private StratifiedSample() {
    }

    /// Rows without repetition, rising: one at random of each of `count` equal stretches of the rows in order of the
    /// target. All rows if there are no more than asked for.
    public static int[] of(Target target, int count, Seed seed) {
        int rows = target.rows();
        if (count < 1) {
            throw new IllegalArgumentException("a sample needs at least 1 row, was " + count);
        }
        int[] order = Sorting.order(target.toArray());
        if (rows <= count) {
            Arrays.sort(order);
            return order;
        }
        RandomGenerator random = seed.random();
        int[] sample = new int[count];
        for (int i = 0; i < count; i++) {
            int start = (int) ((long) i * rows / count);
            int end = (int) ((long) (i + 1) * rows / count);
            sample[i] = order[random.nextInt(start, end)];
        }
        Arrays.sort(sample);
        return sample;
    }
}
