package lathe.scoring.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.scoring.Matrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeafTablesTest {

    private static final int WIDTH = 6;
    private static final int NUMBERS = 4;   // the first features; the others have levels
    private static final int LEVELS = 9;

    /// Symmetric trees: a question for each depth, asked by most nodes of it, as some have nobody to ask.
    private static final class Growing {
        private final SplittableRandom random;
        private final boolean missingKnown;   // whether all nodes of a question send missing numbers the same way
        private final List<Integer> features = new ArrayList<>();
        private final List<Double> thresholds = new ArrayList<>();
        private final List<Boolean> missingLeft = new ArrayList<>();
        private final List<Integer> left = new ArrayList<>();
        private final List<Integer> right = new ArrayList<>();
        private final List<Integer> sets = new ArrayList<>();
        private final List<int[]> members = new ArrayList<>();
        private int leaves;

        Growing(SplittableRandom random, boolean missingKnown) {
            this.random = random;
            this.missingKnown = missingKnown;
        }

        /// @param cut threshold, or how many of the levels in some order go left
        private record Asked(int feature, double cut, boolean missingLeft, boolean backwards) { }

        private Asked asked() {
            int feature = random.nextInt(WIDTH);
            return new Asked(feature, feature < NUMBERS ? random.nextInt(6) - 2 : random.nextInt(LEVELS), random.nextBoolean(), random.nextInt(3) == 0);
        }

        private int grow(List<Asked> questions) {
            if (!questions.isEmpty() && random.nextInt(5) == 0) {
                return grow(questions.subList(1, questions.size()));
            }
            int node = features.size();
            boolean leaf = questions.isEmpty();
            Asked own = leaf ? new Asked(-1, 0, false, false) : questions.getFirst();
            features.add(own.feature());
            thresholds.add(own.cut());
            missingLeft.add(missingKnown ? own.missingLeft() : random.nextBoolean());
            sets.add(own.feature() < NUMBERS ? -1 : members.size());
            if (own.feature() >= NUMBERS) {
                int held = (int) own.cut();
                members.add(IntStream.range(0, held).map(level -> own.backwards() ? 2 * LEVELS - level : level).toArray());
            }
            left.add(leaf ? leaves++ : 0);
            right.add(0);
            if (!leaf) {
                List<Asked> others = questions.subList(1, questions.size());
                left.set(node, grow(others));
                right.set(node, grow(others));
            }
            return node;
        }

        Trees trees(int count, int depth, int outputs, boolean boosted) {
            int[] roots = IntStream.range(0, count).map(_ -> grow(IntStream.range(0, random.nextInt(depth + 1)).mapToObj(_ -> asked()).toList())).toArray();
            boolean[] ways = new boolean[missingLeft.size()];
            IntStream.range(0, ways.length).forEach(node -> ways[node] = missingLeft.get(node));
            return new Trees(roots, boosted ? IntStream.range(0, count).map(tree -> tree % outputs).toArray() : new int[0], new Trees.Nodes(ints(features),
                    thresholds.stream().mapToDouble(x -> x).toArray(), ways, LevelSets.of(ints(sets), members.toArray(int[][]::new)), ints(left), ints(right)),
                    random.doubles((long) leaves * (boosted ? 1 : outputs)).toArray(), random.doubles(outputs).toArray(), Link.IDENTITY);
        }

        private static int[] ints(List<Integer> list) {
            return list.stream().mapToInt(x -> x).toArray();
        }
    }

    private static double[][] columns(SplittableRandom random, int rows, boolean missing) {
        return IntStream.range(0, WIDTH).mapToObj(feature -> random.ints(rows, 0, 24).mapToDouble(number -> switch (number) {
            case 0 -> missing ? Double.NaN : 1;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> 300;
            case 3 -> 0.5;
            default -> feature < NUMBERS ? number / 4.0 - 3 : number;
        }).toArray()).toArray(double[][]::new);
    }

    private static double[] byNodes(Trees trees, double[][] columns, int rows) {
        double[] base = trees.base();
        double[] raw = IntStream.range(0, rows * base.length).mapToDouble(i -> base[i % base.length]).toArray();
        trees.addByNodes(columns, 0, rows, raw);
        return raw;
    }

    private static double[] answered(Trees trees, double[][] columns, int rows) {
        List<String> names = IntStream.range(0, WIDTH).mapToObj(i -> "x" + i).toList();
        return trees.predict(Features.of(new Matrix(names, columns, rows))).values();
    }

    @Test
    void leavesAreThoseThatComparingTheNumbersGives() {
        SplittableRandom random = new SplittableRandom(11);
        int laidOut = 0;
        for (int i = 0; i < 300; i++) {
            Trees trees = new Growing(random, i % 2 == 0).trees(1 + random.nextInt(20), 6, 1 + random.nextInt(3), i % 5 > 0);
            laidOut += tables(trees) == null ? 0 : 1;
            int rows = random.nextInt(700);
            double[][] columns = columns(random, rows, i % 3 > 0);
            assertArrayEquals(byNodes(trees, columns, rows), answered(trees, columns, rows), 0.0);
        }
        assertEquals(300, laidOut);
    }

    private static @Nullable LeafTables tables(Trees trees) {
        int[] targets = IntStream.range(0, trees.trees()).map(trees::target).filter(target -> target >= 0).toArray();
        return LeafTables.of(trees, new LeafTables.Sums(targets, trees.base().length));
    }

    @Test
    void rowsWithoutANumberThatTreesNeverMissedWalkDown() {
        SplittableRandom random = new SplittableRandom(12);
        Trees trees = new Growing(random, false).trees(20, 6, 1, true);
        LeafTables tables = Objects.requireNonNull(tables(trees));
        double[][] columns = columns(random, 100, false);
        assertTrue(tables.add(columns, 0, 100, new double[100]));
        Arrays.stream(columns).limit(NUMBERS).forEach(column -> column[50] = Double.NaN);
        assertFalse(tables.add(columns, 0, 100, new double[100]));
        assertTrue(tables.add(columns, 51, 100, new double[100]));
        assertArrayEquals(byNodes(trees, columns, 100), answered(trees, columns, 100), 0.0);
    }

    // A chain of nodes, each with a threshold of its own.
    private static Trees chain(int questions, double last) {
        int nodes = 2 * questions + 1;
        int[] features = IntStream.range(0, nodes).map(node -> node % 2 == 0 && node < nodes - 1 ? 0 : -1).toArray();
        double[] thresholds = IntStream.range(0, nodes).mapToDouble(node -> node == nodes - 3 ? last : node).toArray();
        int[] left = IntStream.range(0, nodes).map(node -> features[node] == 0 ? node + 1 : node / 2 + node % 2).toArray();
        int[] right = IntStream.range(0, nodes).map(node -> features[node] == 0 ? node + 2 : 0).toArray();
        return new Trees(new int[] {0}, new int[0], new Trees.Nodes(features, thresholds, new boolean[nodes], left, right),
                IntStream.range(0, nodes).asDoubleStream().toArray(), new double[] {0}, Link.IDENTITY);
    }

    @Test
    void treesOfManyQuestionsAreWalked() {
        assertNotNull(tables(chain(5, 9)));
        assertNull(tables(chain(8, 20)), "a table of 256 places for nine leaves");
        assertNull(tables(chain(11, 30)));
        assertNull(tables(chain(5, Double.POSITIVE_INFINITY)));
    }

    // One node for each set, of eight levels drawn by lot.
    private static Trees drawn(int sets) {
        int nodes = 3 * sets;
        SplittableRandom random = new SplittableRandom(13);
        int[] features = IntStream.range(0, nodes).map(node -> node % 3 == 0 ? 5 : -1).toArray();
        int[] left = IntStream.range(0, nodes).map(node -> node % 3 == 0 ? node + 1 : node / 3 * 2 + node % 3 - 1).toArray();
        int[] right = IntStream.range(0, nodes).map(node -> node % 3 == 0 ? node + 2 : 0).toArray();
        LevelSets levels = LevelSets.of(IntStream.range(0, nodes).map(node -> node % 3 == 0 ? node / 3 : -1).toArray(),
                IntStream.range(0, sets).mapToObj(_ -> random.ints(8, 0, 200).toArray()).toArray(int[][]::new));
        return new Trees(IntStream.range(0, sets).map(tree -> 3 * tree).toArray(), new int[sets], new Trees.Nodes(features, new double[nodes],
                new boolean[nodes], levels, left, right), random.doubles(2L * sets).toArray(), new double[] {0}, Link.IDENTITY);
    }

    @Test
    void setsThatDoNotHoldEachOtherAreWalked() {
        assertNotNull(tables(drawn(20)));
        assertNull(tables(drawn(60)));
        double[][] columns = columns(new SplittableRandom(14), 300, true);
        assertArrayEquals(byNodes(drawn(20), columns, 300), answered(drawn(20), columns, 300), 0.0);
        assertArrayEquals(byNodes(drawn(60), columns, 300), answered(drawn(60), columns, 300), 0.0);
    }

    @Test
    void aTreeThatIsAPartOfAnotherAnswersForItself() {
        Trees whole = chain(3, 1);
        int nodes = whole.nodes();
        Trees.Nodes same = new Trees.Nodes(IntStream.range(0, nodes).map(whole::feature).toArray(), IntStream.range(0, nodes).mapToDouble(whole::threshold).toArray(),
                new boolean[nodes], IntStream.range(0, nodes).map(whole::left).toArray(), IntStream.range(0, nodes).map(whole::right).toArray());
        Trees both = new Trees(new int[] {0, 2}, new int[0], same, whole.leafValues(), new double[] {0}, Link.IDENTITY);
        assertNotNull(tables(both));
        double[][] columns = columns(new SplittableRandom(15), 200, true);
        assertArrayEquals(byNodes(both, columns, 200), answered(both, columns, 200), 0.0);
    }
}
