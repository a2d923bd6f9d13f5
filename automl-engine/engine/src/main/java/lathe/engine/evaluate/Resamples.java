package lathe.engine.evaluate;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;

/// Bootstrap samples of rows, drawn with replacement: as many groups as there are, each with all its rows.
///
/// There are 200 to 1,000 of them, fewer for more rows; a deadline may end them, but not before the 50th.
final class Resamples {

    private static final int FEWEST = 200;
    private static final int MOST = 1_000;
    private static final int EVEN_IF_LATE = 50;
    private static final long ROWS_DRAWN = 40_000_000;

    private final Groups groups;
    private final RandomGenerator random;
    private final Deadline deadline;
    private final int[] counts;
    private final int wanted;
    private int drawn;

    Resamples(Groups groups, int rows, Seed seed, Deadline deadline) {
        this.groups = groups;
        this.random = seed.random();
        this.deadline = deadline;
        this.counts = new int[rows];
        this.wanted = Math.clamp(ROWS_DRAWN / rows, FEWEST, MOST);
    }

    int wanted() {
        return wanted;
    }

    /// Whether another one is to be drawn.
    boolean hasNext() {
        return drawn < wanted && !(drawn >= EVEN_IF_LATE && deadline.passed());
    }

    /// How often each row counts in the next one; overwritten by the one after.
    int[] next() {
        drawn++;
        Arrays.fill(counts, 0);
        int blocks = groups.count();
        for (int i = 0; i < blocks; i++) {
            int group = random.nextInt(blocks);
            for (int place = 0; place < groups.size(group); place++) {
                counts[groups.row(group, place)]++;
            }
        }
        return counts;
    }
}
