package lathe.scoring.explain;

import java.util.Arrays;
import java.util.List;

/// One row against one background row: what each column they differ in adds on the way from one to the other.
///
/// With few such columns all subsets are asked for and the answer is exact; otherwise orders are walked. Asking and
/// reading go through the same questions in the same order.
final class Duel {

    private static final int MOST_EXACT = 8;

    private final PreparedRows rows;
    private final int row;
    private final int against;
    private final int output;
    private final int[] differing;
    private final List<int[]> orders;
    private final int perSample;

    /// @param orders    permutations of all columns to walk
    /// @param perSample how many consecutive ones make one sample: 2 if each is followed by its reverse, otherwise 1
    Duel(PreparedRows rows, int row, int against, int output, List<int[]> orders, int perSample) {
        this.rows = rows;
        this.row = row;
        this.against = against;
        this.output = output;
        this.orders = orders;
        this.perSample = perSample;
        int columns = orders.getFirst().length;
        int[] found = new int[columns];
        int count = 0;
        for (int column = 0; column < columns; column++) {
            if (!rows.same(column, row, against)) {
                found[count++] = column;
            }
        }
        this.differing = Arrays.copyOf(found, count);
    }

    /// Whether all subsets are asked for, because that is no more work.
    boolean isExact() {
        int n = differing.length;
        return n <= MOST_EXACT && (1 << n) - 2 <= orders.size() * Math.max(0, n - 1);
    }

    int samples() {
        return isExact() ? 1 : orders.size() / perSample;
    }

    void ask(Questions questions) {
        if (isExact()) {
            for (int subset = 1; subset < (1 << differing.length) - 1; subset++) {
                int[] mixed = allAgainst();
                for (int i = 0; i < differing.length; i++) {
                    mixed[differing[i]] = (subset >> i & 1) == 1 ? row : against;
                }
                questions.ask(mixed, output);
            }
            return;
        }
        boolean[] differs = differs();
        for (int[] order : orders) {
            walk(order, differs, questions);
        }
    }

    private void walk(int[] order, boolean[] differs, Questions questions) {
        int[] mixed = allAgainst();
        int left = differing.length;
        for (int i = 0; i < order.length && left > 1; i++) {
            int column = order[i];
            if (differs[column]) {
                mixed[column] = row;
                left--;
                questions.ask(mixed, output);
            }
        }
    }

    /// @param answers of all questions
    /// @param from    place of this duel's first answer
    /// @param shares  receives what each column adds, sample by sample, shape [#samples()] × columns
    /// @return place after this duel's last answer
    int read(double[] answers, int from, double[][] shares) {
        if (isExact()) {
            return readSubsets(answers, from, shares[0]);
        }
        boolean[] differs = differs();
        int next = from;
        for (int i = 0; i < orders.size(); i++) {
            next = readWalk(orders.get(i), differs, answers, next, shares[i / perSample]);
        }
        return next;
    }

    private int readWalk(int[] order, boolean[] differs, double[] answers, int from, double[] share) {
        double before = rows.answer(against, output);
        int next = from;
        int left = differing.length;
        for (int i = 0; i < order.length && left > 0; i++) {
            int column = order[i];
            if (differs[column]) {
                left--;
                double now = left > 0 ? answers[next++] : rows.answer(row, output);
                share[column] += (now - before) / perSample;
                before = now;
            }
        }
        return next;
    }

    // Shapley's formula: a subset of size s without the column counts s! (n − s − 1)! / n!.
    private int readSubsets(double[] answers, int from, double[] share) {
        int n = differing.length;
        int full = (1 << n) - 1;
        double[] weight = new double[n];
        for (int size = 0; size < n; size++) {
            weight[size] = size == 0 ? 1.0 / n : weight[size - 1] * size / (n - size);
        }
        for (int subset = 0; subset < full; subset++) {
            double without = value(subset, full, answers, from);
            for (int i = 0; i < n; i++) {
                if ((subset >> i & 1) == 0) {
                    double with = value(subset | 1 << i, full, answers, from);
                    share[differing[i]] += weight[Integer.bitCount(subset)] * (with - without);
                }
            }
        }
        return from + Math.max(0, full - 1);
    }

    private double value(int subset, int full, double[] answers, int from) {
        if (subset == full) {
            return rows.answer(row, output);
        }
        return subset == 0 ? rows.answer(against, output) : answers[from + subset - 1];
    }

    private boolean[] differs() {
        boolean[] differs = new boolean[orders.getFirst().length];
        for (int column : differing) {
            differs[column] = true;
        }
        return differs;
    }

    private int[] allAgainst() {
        int[] mixed = new int[orders.getFirst().length];
        Arrays.fill(mixed, against);
        return mixed;
    }
}
