package lathe.engine.evaluate;

/// Order of rows by a number, without boxing.
final class Sorting {

    private Sorting() {
    }

    /// Positions from the smallest key to the largest, equal keys in row order, `NaN` last.
    static int[] order(double[] keys) {
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int[] spare = new int[keys.length];
        int[] from = order;
        int[] to = spare;
        for (int width = 1; width < keys.length && width > 0; width *= 2) {
            for (int start = 0; start < keys.length; start += 2 * width) {
                merge(keys, from, to, start, width);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(double[] keys, int[] from, int[] to, int start, int width) {
        int middle = Math.min(start + width, keys.length);
        int end = Math.min(start + 2 * width, keys.length);
        int left = start;
        int right = middle;
        for (int place = start; place < end; place++) {
            boolean takeLeft = left < middle
                    && (right >= end || Double.compare(keys[from[left]], keys[from[right]]) <= 0);
            to[place] = takeLeft ? from[left++] : from[right++];
        }
    }
}
