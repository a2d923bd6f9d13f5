package lathe.scoring.form;

import java.util.Arrays;
import java.util.stream.IntStream;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import org.jspecify.annotations.Nullable;

/// Any tree, forest or boosted ensemble: the sum of a value from each tree, plus a base, through a link.
///
/// Nodes of all trees stand in flat arrays. A node with feature −1 is a leaf; its `left` is then its row in `leafValues`.
/// A row goes left if `x <= threshold`, or if x is missing and `missingLeft` says so; where the node has a set of levels, if
/// x is one of them. With `targets`, each tree adds a
/// single number to one raw sum (boosting); without, each leaf adds a whole row (forest).
public final class Trees implements Form {

    private static final int BLOCK = 512;
    private static final int MOST_CODES = 1 << 16;   // of a block, so that they stay in the cache

    private final int[] roots;
    private final int[] targets;
    private final int[] features;
    private final double[] thresholds;
    private final boolean[] missingLeft;
    private final LevelSets levels;
    private final int[] left;
    private final int[] right;
    private final double[] leafValues;
    private final double[] base;
    private final Link link;
    private final int width;
    private final @Nullable TreeWalk walk;
    private @Nullable LeafTables tables;   // made when many rows are answered for the first time
    private boolean mayHaveTables;

    /// @param roots       first node of each tree, shape t
    /// @param targets     raw sum each tree adds to, shape t; empty when leaves hold whole rows
    /// @param nodes       the nodes of all trees
    /// @param leafValues  leaf by leaf, shape leaves × (1 with targets, otherwise the raw width)
    /// @param base        where the raw sums start; its length is the raw width
    /// @param link        turns raw sums into the answer
    public Trees(int[] roots, int[] targets, Nodes nodes, double[] leafValues, double[] base, Link link) {
        if (base.length == 0 || (targets.length != 0 && targets.length != roots.length)) {
            throw new IllegalArgumentException("trees need a base and a target for each of %d trees or none, had %d and %d"
                    .formatted(roots.length, base.length, targets.length));
        }
        this.roots = roots;
        this.targets = targets;
        this.features = nodes.features;
        this.thresholds = nodes.thresholds;
        this.missingLeft = nodes.missingLeft;
        this.levels = nodes.levels;
        this.left = nodes.left;
        this.right = nodes.right;
        this.leafValues = leafValues;
        this.base = base;
        this.link = link;
        this.width = Arrays.stream(features).max().orElse(-1) + 1;
        check();
        this.walk = roots.length == 0 ? null : TreeWalk.of(this);
        this.mayHaveTables = roots.length > 0;
    }

    /// Flat node arrays, all of one length. Children come after their parent, so a walk always ends.
    public static final class Nodes {
        private final int[] features;
        private final double[] thresholds;
        private final boolean[] missingLeft;
        private final LevelSets levels;
        private final int[] left;
        private final int[] right;

        public Nodes(int[] features, double[] thresholds, boolean[] missingLeft, int[] left, int[] right) {
            this(features, thresholds, missingLeft, LevelSets.NONE, left, right);
        }

        /// @param levels the groups of levels that go left at some nodes, in place of a threshold
        public Nodes(int[] features, double[] thresholds, boolean[] missingLeft, LevelSets levels, int[] left, int[] right) {
            int n = features.length;
            if (!levels.isEmpty() && levels.nodes() != n || thresholds.length != n || missingLeft.length != n || left.length != n || right.length != n) {
                throw new IllegalArgumentException("node arrays must have one length, the first has " + n);
            }
            this.features = features;
            this.thresholds = thresholds;
            this.missingLeft = missingLeft;
            this.levels = levels;
            this.left = left;
            this.right = right;
        }
    }

    /// The same trees with other leaves and another start; shapes as they are.
    public Trees with(double[] otherLeaves, double[] otherBase) {
        Nodes nodes = new Nodes(features, thresholds, missingLeft, levels, left, right);
        return new Trees(roots, targets, nodes, otherLeaves, otherBase, link);
    }

    /// The first trees alone: fewer rounds of boosting, answered more quickly. Nodes must stand tree by tree.
    ///
    /// @param count of trees, at least 1; all of them if there are no more
    /// @throws IllegalArgumentException if trees share nodes or leaves
    public Trees first(int count) {
        if (count >= roots.length) {
            return this;
        }
        int end = roots[count];
        int lastLeaf = IntStream.range(0, end).filter(node -> features[node] < 0).map(node -> left[node]).max().orElse(-1);
        boolean apart = IntStream.range(0, end).allMatch(node -> features[node] < 0 || right[node] < end && left[node] < end)
                && IntStream.range(0, count).allMatch(tree -> roots[tree] < end);
        if (!apart) {
            throw new IllegalArgumentException("only trees that stand one after another can be cut to %d".formatted(count));
        }
        Nodes kept = new Nodes(Arrays.copyOf(features, end), Arrays.copyOf(thresholds, end), Arrays.copyOf(missingLeft, end),
                levels.first(end), Arrays.copyOf(left, end), Arrays.copyOf(right, end));
        return new Trees(Arrays.copyOf(roots, count), targets.length == 0 ? targets : Arrays.copyOf(targets, count), kept,
                Arrays.copyOf(leafValues, (lastLeaf + 1) * leafWidth()), base, link);
    }

    private void check() {
        int leaves = leafValues.length / leafWidth();
        for (int node = 0; node < features.length; node++) {
            boolean leaf = features[node] < 0;
            boolean sound = leaf
                    ? left[node] >= 0 && left[node] < leaves
                    : features[node] < Integer.MAX_VALUE && left[node] > node && right[node] > node && left[node] < features.length && right[node] < features.length;
            if (!sound) {
                throw new IllegalArgumentException("tree node %d points outside its tree".formatted(node));
            }
        }
        for (int root : roots) {
            if (root < 0 || root >= features.length) {
                throw new IllegalArgumentException("tree root %d is not a node".formatted(root));
            }
        }
        for (int target : targets) {
            if (target < 0 || target >= base.length) {
                throw new IllegalArgumentException("tree target %d is not a raw sum".formatted(target));
            }
        }
    }

    /// Numbers in a leaf.
    public int leafWidth() {
        return targets.length == 0 ? base.length : 1;
    }

    public int trees() {
        return roots.length;
    }

    public int nodes() {
        return features.length;
    }

    public int root(int tree) {
        return roots[tree];
    }

    /// The raw sum a tree adds to; −1 when its leaves hold whole rows.
    public int target(int tree) {
        return targets.length == 0 ? -1 : targets[tree];
    }

    /// The feature a node asks for; −1 for a leaf.
    public int feature(int node) {
        return features[node];
    }

    public double threshold(int node) {
        return thresholds[node];
    }

    public boolean missingLeft(int node) {
        return missingLeft[node];
    }

    public LevelSets levels() {
        return levels;
    }

    /// The left child, or a leaf's row in the leaf values.
    public int left(int node) {
        return left[node];
    }

    public int right(int node) {
        return right[node];
    }

    public double[] leafValues() {
        return leafValues.clone();
    }

    public double[] base() {
        return base.clone();
    }

    public Link link() {
        return link;
    }

    /// Largest feature asked for, plus one: the narrowest matrix this form can read.
    public int width() {
        return width;
    }

    @Override
    public int outputs() {
        return link.outputs(base.length);
    }

    /// Rows go through each tree in blocks, so that a tree stays in the cache, eight walks at a time ([TreeWalk]), or none, where its
    /// questions are few ([LeafTables]). Cost: rows × trees × depth.
    @Override
    public Predictions predict(Features source) {
        Matrix matrix = source.matrix();
        if (matrix.width() < width()) {
            throw new IllegalArgumentException("trees that ask for %d features got %d".formatted(width(), matrix.width()));
        }
        double[][] columns = new double[matrix.width()][];
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] = matrix.column(feature);
        }
        int k = base.length;
        double[] raw = new double[matrix.rows() * k];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = base[i % k];
        }
        add(columns, matrix.rows(), raw);
        return new Predictions(outputs(), link.apply(raw, k));
    }

    private void add(double[][] columns, int rows, double[] raw) {
        LeafTables laid = rows < LeafTables.LEAST_ROWS ? null : tables();
        for (int start = 0; start < rows; start += BLOCK) {
            int end = Math.min(start + BLOCK, rows);
            if (laid == null || !laid.add(columns, start, end, raw)) {
                addWalking(columns, start, end, raw);
            }
        }
    }

    private synchronized @Nullable LeafTables tables() {
        if (mayHaveTables) {
            tables = LeafTables.of(this, new LeafTables.Sums(targets, base.length));
            mayHaveTables = false;
        }
        return tables;
    }

    private void addWalking(double[][] columns, int from, int to, double[] raw) {
        if (walk != null) {
            addByWalk(walk, columns, from, to, raw);
        } else {
            addByNodes(columns, from, to, raw);
        }
    }

    private void addByWalk(TreeWalk laid, double[][] columns, int from, int to, double[] raw) {
        int slots = laid.slots();
        int block = Math.clamp(MOST_CODES / Math.max(1, slots), TreeWalk.ABREAST, BLOCK) / TreeWalk.ABREAST * TreeWalk.ABREAST;
        char[] codes = new char[Math.max(1, Math.min(block, to - from) * slots)];
        int[] leaves = new int[TreeWalk.ABREAST];
        for (int start = from; start < to; start += block) {
            int end = Math.min(start + block, to);
            laid.encode(columns, start, end, codes);
            int whole = start + (end - start) / TreeWalk.ABREAST * TreeWalk.ABREAST;
            for (int tree = 0; tree < roots.length && whole > start; tree++) {
                for (int row = start; row < whole; row += TreeWalk.ABREAST) {
                    laid.rows(tree, codes, (row - start) * slots, leaves);
                    for (int i = 0; i < TreeWalk.ABREAST; i++) {
                        addLeaf(tree, leaves[i], row + i, raw);
                    }
                }
            }
            for (int row = whole; row < end; row++) {
                for (int tree = 0; tree < roots.length; tree += TreeWalk.ABREAST) {
                    laid.trees(tree, codes, (row - start) * slots, leaves);
                    for (int i = 0; i < TreeWalk.ABREAST && tree + i < roots.length; i++) {
                        addLeaf(tree + i, leaves[i], row, raw);
                    }
                }
            }
        }
    }

    private void addLeaf(int tree, int leaf, int row, double[] raw) {
        int k = base.length;
        if (targets.length > 0) {
            raw[row * k + targets[tree]] += leafValues[leaf];
        } else {
            double[] values = leafValues;
            int from = leaf * k;
            int to = row * k;
            for (int output = 0; output < k; output++) {
                raw[to + output] += values[from + output];
            }
        }
    }

    // For trees that cannot be laid out; what the walk must agree with.
    void addByNodes(double[][] columns, int from, int to, double[] raw) {
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(start + BLOCK, to);
            for (int tree = 0; tree < roots.length; tree++) {
                for (int row = start; row < end; row++) {
                    addLeaf(tree, left[leafNode(roots[tree], columns, row)], row, raw);
                }
            }
        }
    }

    private int leafNode(int root, double[][] columns, int row) {
        int node = root;
        while (features[node] >= 0) {
            double x = columns[features[node]][row];
            int set = levels.set(node);
            boolean goesLeft = set >= 0 ? levels.contains(set, x)
                    : Double.isNaN(x) ? missingLeft[node] : x <= thresholds[node];
            node = goesLeft ? left[node] : right[node];
        }
        return node;
    }
}
