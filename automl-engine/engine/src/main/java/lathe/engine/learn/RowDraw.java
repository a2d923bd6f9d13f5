package lathe.engine.learn;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.provenance.Seed;

/// Draws rows by lot. Equal seed, equal rows.
public final class RowDraw {

    private RowDraw() { }

    /// Draws a share of the rows, class by class; at least one row of each class that has any. Ascending.
    public static int[] share(Target target, double share, Seed seed) {
        int groups = Math.max(1, target.classCount());
        RandomGenerator random = seed.random();
        return IntStream.range(0, groups)
                .mapToObj(group -> IntStream.range(0, target.rows())
                        .filter(row -> groups == 1 || target.classIndex(row) == group).toArray())
                .flatMapToInt(rows -> Arrays.stream(shuffled(rows, random)).limit((long) Math.ceil(share * rows.length)))
                .sorted().toArray();
    }

    /// As many rows as there are, each as often as its weight says: once or not at all more than its share. Ascending.
    ///
    /// Source: systematic sampling, W. G. Cochran, "Sampling Techniques" (1977), chapter 8.
    public static int[] byWeight(Target target, Seed seed) {
        int n = target.rows();
        double unit = target.totalWeight() / n;
        double sum = seed.random().nextDouble();
        int[] rows = new int[n];
        int drawn = 0;
        for (int row = 0; row < n; row++) {
            sum += target.weight(row) / unit;
            int until = row == n - 1 ? n : (int) Math.min(n, Math.floor(sum));
            while (drawn < until) {
                rows[drawn++] = row;
            }
        }
        return rows;
    }

    /// The rows in [0, n) that are not among those given. Ascending.
    public static int[] others(int n, int[] rows) {
        boolean[] taken = new boolean[n];
        for (int row : rows) {
            taken[row] = true;
        }
        return IntStream.range(0, n).filter(row -> !taken[row]).toArray();
    }

    public static int[] shuffled(int[] rows, RandomGenerator random) {
        shuffle(rows, rows.length, random);
        return rows;
    }

    /// Shuffles the first numbers of an array.
    public static void shuffle(int[] numbers, int count, RandomGenerator random) {
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = kept;
        }
    }
}
