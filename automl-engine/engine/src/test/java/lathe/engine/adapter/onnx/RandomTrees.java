package lathe.engine.adapter.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;

/// Trees grown by chance, from single leaves to six questions deep; thresholds meet values of [RandomTables] exactly.
final class RandomTrees {

    private static final double[] THRESHOLDS = {0, -0.0, 37, 40, -1, 1e300};

    private final Random random;
    private final int width;
    private final List<int[]> nodes = new ArrayList<>();
    private final List<Double> thresholds = new ArrayList<>();
    private int leaves;

    private RandomTrees(int width, Random random) {
        this.width = width;
        this.random = random;
    }

    static Trees forest(int trees, int features, int width, Link link, Random random) {
        return new RandomTrees(width, random).build(trees, features, new int[0], width, link);
    }

    static Trees boosted(int trees, int features, int width, Link link, Random random) {
        int[] targets = IntStream.range(0, trees).map(tree -> tree % width).toArray();
        return new RandomTrees(width, random).build(trees, features, targets, 1, link);
    }

    private Trees build(int trees, int features, int[] targets, int leafWidth, Link link) {
        int[] roots = new int[trees];
        for (int tree = 0; tree < trees; tree++) {
            roots[tree] = grow(features, random.nextInt(7));
        }
        boolean[] missingLeft = new boolean[nodes.size()];
        for (int node = 0; node < missingLeft.length; node++) {
            missingLeft[node] = random.nextBoolean();
        }
        Trees.Nodes flat = new Trees.Nodes(part(0), thresholds.stream().mapToDouble(Double::doubleValue).toArray(), missingLeft,
                part(1), part(2));
        boolean forest = targets.length == 0 && trees > 0;
        double[] base = forest ? new double[width] : random.doubles(width, -1, 1).toArray();
        return new Trees(roots, targets, flat, random.doubles((long) leaves * leafWidth, 0.01, 1).toArray(), base, link);
    }

    private int grow(int features, int depth) {
        int node = nodes.size();
        boolean leaf = depth == 0 || random.nextInt(6) == 0;
        thresholds.add(random.nextInt(3) == 0 ? THRESHOLDS[random.nextInt(THRESHOLDS.length)] : random.nextGaussian() * 40);
        if (leaf) {
            nodes.add(new int[] {-1, leaves++, 0});
            return node;
        }
        int[] made = {random.nextInt(features), 0, 0};
        nodes.add(made);
        made[1] = grow(features, depth - 1);
        made[2] = grow(features, depth - 1);
        return node;
    }

    private int[] part(int index) {
        return nodes.stream().mapToInt(node -> node[index]).toArray();
    }
}
