package lathe.engine.profile;

import java.util.SplittableRandom;

/// Trees of random cuts: a row that is parted from all others after few cuts is unlike them.
///
/// F. T. Liu, K. M. Ting, Z.-H. Zhou, "Isolation Forest", ICDM 2008; trees on 256 rows each as there.
final class IsolationForest {

    private static final int ROWS = 256;
    private static final double EULER = 0.5772156649015329;

    private final double[][] columns;
    private final int depth;
    private final double norm;
    private final int[][] features;
    private final double[][] cuts;
    private final double[][] leaves;

    /// @param columns values by column, none missing
    IsolationForest(double[][] columns, int trees, long seed) {
        this.columns = columns;
        int rows = columns[0].length;
        int part = Math.min(ROWS, rows);
        this.depth = (int) Math.ceil(Math.log(part) / Math.log(2));
        this.norm = path(part);
        this.features = new int[trees][(1 << depth + 1)];
        this.cuts = new double[trees][(1 << depth + 1)];
        this.leaves = new double[trees][(1 << depth + 1)];
        SplittableRandom random = new SplittableRandom(seed);
        for (int tree = 0; tree < trees; tree++) {
            int[] chosen = new int[part];
            for (int i = 0; i < part; i++) {
                chosen[i] = random.nextInt(rows);
            }
            grow(new Node(tree, 1, 0), chosen, 0, part, random);
        }
    }

    private record Node(int tree, int place, int level) {
        Node left() {
            return new Node(tree, 2 * place, level + 1);
        }

        Node right() {
            return new Node(tree, 2 * place + 1, level + 1);
        }
    }

    private void grow(Node node, int[] rows, int from, int to, SplittableRandom random) {
        int feature = to - from > 1 && node.level() < depth ? splittable(rows, from, to, random) : -1;
        if (feature < 0) {
            features[node.tree()][node.place()] = -1;
            leaves[node.tree()][node.place()] = node.level() + path(to - from);
            return;
        }
        double[] values = columns[feature];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            low = Math.min(low, values[rows[i]]);
            high = Math.max(high, values[rows[i]]);
        }
        double cut = low + random.nextDouble() * (high - low);
        int middle = from;
        for (int i = from; i < to; i++) {
            if (values[rows[i]] <= cut) {
                int kept = rows[middle];
                rows[middle++] = rows[i];
                rows[i] = kept;
            }
        }
        features[node.tree()][node.place()] = feature;
        cuts[node.tree()][node.place()] = cut;
        grow(node.left(), rows, from, middle, random);
        grow(node.right(), rows, middle, to, random);
    }

    /// A feature whose values differ among the rows, drawn a few times; -1 if none was met.
    private int splittable(int[] rows, int from, int to, SplittableRandom random) {
        for (int attempt = 0; attempt < 2 * columns.length; attempt++) {
            int feature = random.nextInt(columns.length);
            for (int i = from + 1; i < to; i++) {
                if (columns[feature][rows[i]] != columns[feature][rows[from]]) {
                    return feature;
                }
            }
        }
        return -1;
    }

    /// Expected depth of a leaf among so many rows.
    private static double path(int rows) {
        return rows <= 1 ? 0 : 2 * (Math.log(rows - 1.0) + EULER) - 2.0 * (rows - 1) / rows;
    }

    /// From 0 to 1; far above one half for rows unlike the others.
    double score(int row) {
        double[] cells = new double[columns.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = columns[i][row];
        }
        return score(cells);
    }

    /// Of a row that need not be among those it was grown on.
    ///
    /// @param cells values in the order of the columns, none missing
    double score(double[] cells) {
        double sum = 0;
        for (int tree = 0; tree < features.length; tree++) {
            int place = 1;
            int feature = features[tree][1];
            while (feature >= 0) {
                place = 2 * place + (cells[feature] <= cuts[tree][place] ? 0 : 1);
                feature = features[tree][place];
            }
            sum += leaves[tree][place];
        }
        return Math.pow(2, -sum / features.length / norm);
    }
}
