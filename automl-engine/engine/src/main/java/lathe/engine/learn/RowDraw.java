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
