package lathe.scoring.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.scoring.Matrix;
import org.junit.jupiter.api.Test;

class TreeWalkTest {

    private static final int WIDTH = 5;

    /// Nodes while trees grow.
    private static final class Growing {
        private final SplittableRandom random;
        private final boolean withSets;
        private final List<Integer> features = new ArrayList<>();
        private final List<Double> thresholds = new ArrayList<>();
        private final List<Integer> left = new ArrayList<>();
        private final List<Integer> right = new ArrayList<>();
        private final List<Integer> sets = new ArrayList<>();
        private final List<int[]> members = new ArrayList<>();
        private int leaves;

        Growing(SplittableRandom random, boolean withSets) {
            this.random = random;
            this.withSets = withSets;
        }

        int grow(int depth) {
            int node = features.size();
            boolean leaf = depth == 0 || random.nextInt(4) == 0;
            boolean set = !leaf && withSets && random.nextInt(3) == 0;
            features.add(leaf ? -1 : random.nextInt(WIDTH));
            thresholds.add(leaf ? 0 : number(random));
            sets.add(set ? members.size() : -1);
            if (set) {
                members.add(IntStream.range(0, 6).map(i -> random.nextInt(i < 3 ? 4 : 256)).toArray());
            }
            left.add(leaf ? leaves++ : 0);
            right.add(0);
            if (!leaf) {
                left.set(node, grow(depth - 1));
                right.set(node, grow(depth - 1));
            }
            return node;
        }

        Trees trees(int count, int outputs, boolean boosted) {
            int[] roots = IntStream.range(0, count).map(tree -> grow(1 + random.nextInt(7))).toArray();
            int n = features.size();
            boolean[] missingLeft = new boolean[n];
            for (int i = 0; i < n; i++) {
                missingLeft[i] = random.nextBoolean();
            }
            LevelSets levels = withSets ? LevelSets.of(ints(sets), members.toArray(int[][]::new)) : LevelSets.NONE;
            int[] targets = boosted ? IntStream.range(0, count).map(tree -> tree % outputs).toArray() : new int[0];
            return new Trees(roots, targets, new Trees.Nodes(ints(features), thresholds.stream().mapToDouble(x -> x).toArray(),
                    missingLeft, levels, ints(left), ints(right)),
                    random.doubles((long) leaves * (boosted ? 1 : outputs)).toArray(), random.doubles(outputs).toArray(), Link.IDENTITY);
        }

        private static int[] ints(List<Integer> list) {
            return list.stream().mapToInt(x -> x).toArray();
        }
    }

    // Few different numbers, so that rows often hit a threshold exactly.
    private static double number(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> -0.0;
            case 1 -> 0.0;
            case 2 -> Double.MIN_VALUE;
            case 3 -> 1e300;
            default -> random.nextInt(6) / 2.0 - 1;
        };
    }

    private static double cell(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3, 4 -> random.nextInt(300);
            default -> number(random);
        };
    }

    private static double[][] columns(SplittableRandom random, int rows) {
        return IntStream.range(0, WIDTH).mapToObj(feature -> IntStream.range(0, rows).mapToDouble(row -> cell(random)).toArray())
                .toArray(double[][]::new);
    }

    private static double[] byNodes(Trees trees, double[][] columns, int rows) {
        double[] base = trees.base();
        double[] raw = IntStream.range(0, rows * base.length).mapToDouble(i -> base[i % base.length]).toArray();
        trees.addByNodes(columns, 0, rows, raw);
        return raw;
    }

    private static double[] byWalk(Trees trees, double[][] columns, int rows) {
        List<String> names = IntStream.range(0, WIDTH).mapToObj(i -> "x" + i).toList();
        return trees.predict(Features.of(new Matrix(names, columns, rows))).values();
    }

    @Test
    void leavesAreThoseThatComparingTheNumbersGives() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            Trees trees = new Growing(random, i % 2 == 0).trees(1 + random.nextInt(20), 1 + random.nextInt(3), i % 3 == 0);
            assertNotNull(TreeWalk.of(trees));
            int rows = random.nextInt(40);
            double[][] columns = columns(random, rows);
            assertArrayEquals(byNodes(trees, columns, rows), byWalk(trees, columns, rows), 0.0);
        }
    }

    @Test
    void blocksOfRowsJoinWithoutASeam() {
        SplittableRandom random = new SplittableRandom(6);
        Trees trees = new Growing(random, true).trees(12, 2, true);
        double[][] columns = columns(random, 1_300);
        assertArrayEquals(byNodes(trees, columns, 1_300), byWalk(trees, columns, 1_300), 0.0);
    }

    @Test
    void oneRowAloneGetsTheAnswerItGetsAmongOthers() {
        SplittableRandom random = new SplittableRandom(7);
        Trees trees = new Growing(random, false).trees(30, 3, false);
        double[][] columns = columns(random, 64);
        double[] all = byWalk(trees, columns, 64);
        for (int row = 0; row < 64; row++) {
            int at = row;
            double[][] one = Arrays.stream(columns).map(column -> new double[] {column[at]}).toArray(double[][]::new);
            assertArrayEquals(Arrays.copyOfRange(all, 3 * row, 3 * row + 3), byWalk(trees, one, 1), 0.0);
        }
    }

    private static Trees stump(double threshold, int[] roots, int feature) {
        return new Trees(roots, new int[0], new Trees.Nodes(new int[] {feature, -1, -1}, new double[] {threshold, 0, 0},
                new boolean[3], new int[] {1, 0, 1}, new int[] {2, 0, 0}), new double[] {3, 4}, new double[] {0}, Link.IDENTITY);
    }

    @Test
    void treesThatCannotBeLaidOutAnswerAllTheSame() {
        Trees endless = stump(Double.POSITIVE_INFINITY, new int[] {0}, 0);
        Trees shared = stump(1, new int[] {0, 0}, 0);
        double[][] columns = {{0, 2}, {0, 0}, {0, 0}, {0, 0}, {0, 0}};
        assertNull(TreeWalk.of(endless));
        assertNull(TreeWalk.of(shared));
        assertArrayEquals(new double[] {3, 3}, byWalk(endless, columns, 2), 0.0);
        assertArrayEquals(new double[] {6, 8}, byWalk(shared, columns, 2), 0.0);
    }

    @Test
    void aFeatureOutOfAllReasonNeedsNoMemory() {
        Trees far = stump(1, new int[] {0}, Integer.MAX_VALUE - 1);
        assertNull(TreeWalk.of(far));
        assertEquals(Integer.MAX_VALUE, far.width());
    }
}
