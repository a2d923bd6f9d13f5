package lathe.engine.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Rows that must stay together, numbered from 0 in order of first appearance.
final class Groups {

    private final int[] starts;
    private final int[] rows;

    private Groups(int[] starts, int[] rows) {
        this.starts = starts;
        this.rows = rows;
    }

    /// @param keys rows with equal key belong together
    static Groups of(long[] keys) {
        Map<Long, Integer> index = HashMap.newHashMap(keys.length);
        int[] group = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            Integer known = index.putIfAbsent(keys[row], index.size());
            group[row] = known == null ? index.size() - 1 : known;
        }
        int[] starts = new int[index.size() + 1];
        for (int g : group) {
            starts[g + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] rows = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            rows[next[group[row]]++] = row;
        }
        return new Groups(starts, rows);
    }

    /// Every row a group of its own.
    static Groups each(int rows) {
        return new Groups(IntStream.rangeClosed(0, rows).toArray(), IntStream.range(0, rows).toArray());
    }

    int count() {
        return starts.length - 1;
    }

    int size(int group) {
        return starts[group + 1] - starts[group];
    }

    /// A row of a group by its place in [0, size).
    int row(int group, int place) {
        return rows[starts[group] + place];
    }
}
