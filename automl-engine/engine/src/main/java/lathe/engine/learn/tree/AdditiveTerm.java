package lathe.engine.learn.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// One term of an additive model: a number for each cell of a grid over one feature or two.
///
/// A feature's codes are joined to classes, coarser for pairs. Cells stand class of the first feature by class of the second.
final class AdditiveTerm {

    private static final int MOST_PARTS = 3;

    private final BinnedMatrix matrix;
    private final List<Axis> axes;
    private final double[][] scores;

    /// @param classOf  class of each code
    /// @param count    of classes
    /// @param isLevels whether the order of the classes means nothing
    private record Axis(int feature, int[] classOf, int count, boolean isLevels) { }

    private AdditiveTerm(BinnedMatrix matrix, List<Axis> axes, int sums) {
        this.matrix = matrix;
        this.axes = axes;
        this.scores = new double[sums][axes.stream().mapToInt(Axis::count).reduce(1, (a, b) -> a * b)];
    }

    static AdditiveTerm of(BinnedMatrix matrix, int feature, int sums) {
        int codes = matrix.codes(feature);
        int[] each = IntStream.range(0, codes).toArray();
        return new AdditiveTerm(matrix, List.of(new Axis(feature, each, codes, matrix.numbersLevels(feature))), sums);
    }

    /// @param most classes of each feature
    static AdditiveTerm of(BinnedMatrix matrix, int first, int second, int most, int sums) {
        return new AdditiveTerm(matrix, List.of(coarse(matrix, first, most), coarse(matrix, second, most)), sums);
    }

    // Classes of about equally many rows; levels keep a class each, the rarest share the last.
    private static Axis coarse(BinnedMatrix matrix, int feature, int most) {
        int codes = matrix.codes(feature);
        int[] counts = new int[codes];
        for (int row = 0; row < matrix.rows(); row++) {
            counts[matrix.code(row, feature)]++;
        }
        int[] classOf = new int[codes];
        if (matrix.numbersLevels(feature)) {
            List<Integer> frequent = IntStream.range(0, codes).boxed()
                    .sorted(Comparator.comparingInt((Integer code) -> counts[code]).reversed()).toList();
            for (int i = 0; i < codes; i++) {
                classOf[frequent.get(i)] = Math.min(i, most - 1);
            }
            return new Axis(feature, classOf, Math.min(codes, most), true);
        }
        int seen = 0;
        int last = -1;
        int made = -1;
        boolean apart = counts[0] > 0;   // missing has a class to itself
        for (int code = 0; code < codes; code++) {
            int part = (int) Math.min(most - 1, (long) seen * most / matrix.rows());
            made += part > last || code == 1 && apart && made == 0 ? 1 : 0;
            last = part;
            classOf[code] = made;
            seen += counts[code];
        }
        return new Axis(feature, classOf, made + 1, false);
    }

    List<Integer> features() {
        return axes.stream().map(Axis::feature).toList();
    }

    int cell(int row) {
        int cell = 0;
        for (Axis axis : axes) {
            cell = cell * axis.count() + axis.classOf()[matrix.code(row, axis.feature())];
        }
        return cell;
    }

    int cells() {
        return scores[0].length;
    }

    double[] scores(int sum) {
        return scores[sum];
    }

    /// Mean square of the scores over the rows: how much the term says.
    double size(int[] cellOf) {
        double total = 0;
        for (double[] own : scores) {
            for (int cell : cellOf) {
                total += own[cell] * own[cell] / cellOf.length;
            }
        }
        return total;
    }

    /// One step down the loss: each cell's part in it, from a tree of at most three leaves, or of two by two for a pair.
    ///
    /// @param gradients by cell
    /// @param curvatures by cell
    double[] step(double[] gradients, double[] curvatures, GrowthRules rules) {
        return axes.size() == 1 ? steps(gradients, curvatures, rules) : quarters(gradients, curvatures, rules);
    }

    private double[] steps(double[] gradients, double[] curvatures, GrowthRules rules) {
        int cells = gradients.length;
        Integer[] order = IntStream.range(0, cells).boxed().toArray(Integer[]::new);
        if (axes.getFirst().isLevels()) {
            Arrays.sort(order, Comparator.comparingDouble(cell -> gradients[cell] / (curvatures[cell] + rules.levels().smoothing())));
        }
        double[] g = new double[cells + 1];
        double[] h = new double[cells + 1];
        for (int i = 0; i < cells; i++) {
            g[i + 1] = g[i] + gradients[order[i]];
            h[i + 1] = h[i] + curvatures[order[i]];
        }
        boolean missing = !axes.getFirst().isLevels() && matrix.hasMissing(axes.getFirst().feature());
        int[] bounds = missing && cells > 1 ? new int[] {0, 1, cells} : new int[] {0, cells};
        int most = MOST_PARTS + bounds.length - 2;   // what is missing is a part of its own
        while (bounds.length <= most) {
            int cut = bestCut(g, h, bounds, rules);
            if (cut < 0) {
                break;
            }
            bounds = Arrays.copyOf(bounds, bounds.length + 1);
            bounds[bounds.length - 1] = cut;
            Arrays.sort(bounds);
        }
        double[] parts = parts(g, h, bounds, missing, rules);
        double[] values = new double[cells];
        for (int part = 0; part < parts.length; part++) {
            for (int i = bounds[part]; i < bounds[part + 1]; i++) {
                values[order[i]] = parts[part];
            }
        }
        return values;
    }

    // What each part answers; missing, which is the first one, follows no direction.
    private double[] parts(double[] g, double[] h, int[] bounds, boolean missing, GrowthRules rules) {
        double[] parts = new double[bounds.length - 1];
        double[] weights = new double[parts.length];
        for (int part = 0; part < parts.length; part++) {
            double weight = h[bounds[part + 1]] - h[bounds[part]];
            boolean few = missing && part == 0 && weight < rules.leafWeight();
            parts[part] = few ? 0 : rules.value(g[bounds[part + 1]] - g[bounds[part]], weight);
            weights[part] = weight + rules.l2();
        }
        direct(parts, weights, missing ? 1 : 0, rules.direction(axes.getFirst().feature()));
        return parts;
    }

    // Neighbours against the direction answer alike, as often as there are some (M. Ayer et al., 1955).
    private static void direct(double[] parts, double[] weights, int first, int direction) {
        for (int end = first + 1; end < parts.length && direction != 0; end++) {
            int start = end;
            double sum = parts[end] * weights[end];
            double weight = weights[end];
            while (start > first && direction * (sum / weight - parts[start - 1]) < 0) {
                start--;
                sum += parts[start] * weights[start];
                weight += weights[start];
            }
            Arrays.fill(parts, start, end + 1, sum / weight);
        }
    }

    private static int bestCut(double[] g, double[] h, int[] bounds, GrowthRules rules) {
        int best = -1;
        double most = rules.gain();
        for (int part = 0; part + 1 < bounds.length; part++) {
            int from = bounds[part];
            int to = bounds[part + 1];
            double whole = rules.worth(g[to] - g[from], h[to] - h[from]);
            for (int cut = from + 1; cut < to; cut++) {
                double left = h[cut] - h[from];
                double right = h[to] - h[cut];
                double gain = rules.worth(g[cut] - g[from], left) + rules.worth(g[to] - g[cut], right) - whole;
                if (left >= rules.leafWeight() && right >= rules.leafWeight() && gain > most) {
                    most = gain;
                    best = cut;
                }
            }
        }
        return best;
    }

    private double[] quarters(double[] gradients, double[] curvatures, GrowthRules rules) {
        int rows = axes.get(0).count();
        int columns = axes.get(1).count();
        double[][] g = cumulated(gradients, rows, columns);
        double[][] h = cumulated(curvatures, rows, columns);
        double most = 0;
        double[] best = new double[4];
        int bestRow = 0;
        int bestColumn = 0;
        for (int row = 1; row < rows; row++) {
            for (int column = 1; column < columns; column++) {
                double worth = 0;
                double[] values = new double[4];
                for (int quarter = 0; quarter < 4; quarter++) {
                    double gradient = quarter(g, row, column, quarter);
                    double curvature = quarter(h, row, column, quarter);
                    worth += rules.worth(gradient, curvature);
                    values[quarter] = rules.value(gradient, curvature);
                }
                if (worth > most) {
                    most = worth;
                    best = values;
                    bestRow = row;
                    bestColumn = column;
                }
            }
        }
        double[] step = new double[rows * columns];
        for (int cell = 0; cell < step.length; cell++) {
            step[cell] = best[(cell / columns < bestRow ? 0 : 2) + (cell % columns < bestColumn ? 0 : 1)];
        }
        return step;
    }

    private static double[][] cumulated(double[] cells, int rows, int columns) {
        double[][] sums = new double[rows + 1][columns + 1];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                sums[row + 1][column + 1] = sums[row][column + 1] + sums[row + 1][column] - sums[row][column]
                        + cells[row * columns + column];
            }
        }
        return sums;
    }

    private static double quarter(double[][] sums, int row, int column, int quarter) {
        int rows = sums.length - 1;
        int columns = sums[0].length - 1;
        double corner = sums[row][column];
        return switch (quarter) {
            case 0 -> corner;
            case 1 -> sums[row][columns] - corner;
            case 2 -> sums[rows][column] - corner;
            default -> sums[rows][columns] - sums[row][columns] - sums[rows][column] + corner;
        };
    }

    /// The term as one tree for a sum: its questions find the cell.
    BinnedTree tree(int sum) {
        BinnedTree tree = new BinnedTree(2 * cells());
        grow(tree, tree.add(), 0, new int[axes.size()], sum);
        return tree;
    }

    private void grow(BinnedTree tree, int node, int axis, int[] place, int sum) {
        if (axis == axes.size()) {
            tree.value(node, scores[sum][cell(place)]);
            return;
        }
        halve(tree, node, axis, place, new int[] {0, axes.get(axis).count()}, sum);
    }

    private int cell(int[] place) {
        int cell = 0;
        for (int axis = 0; axis < place.length; axis++) {
            cell = cell * axes.get(axis).count() + place[axis];
        }
        return cell;
    }

    // Neighbouring classes that answer alike for all that follows stay together.
    private void halve(BinnedTree tree, int node, int axis, int[] place, int[] range, int sum) {
        int cut = middle(axis, place, range, sum);
        if (cut < 0) {
            int[] fixed = place.clone();
            fixed[axis] = range[0];
            grow(tree, node, axis + 1, fixed, sum);
            return;
        }
        int left = tree.add();
        int right = tree.add();
        Axis own = axes.get(axis);
        int[] goLeft = IntStream.range(0, own.classOf().length)
                .filter(code -> own.classOf()[code] >= range[0] && own.classOf()[code] < cut).toArray();
        int last = goLeft.length == 0 ? 0 : goLeft[goLeft.length - 1];
        tree.split(node, own.feature(), last, true, left, right);
        if (matrix.numbersLevels(own.feature())) {
            tree.levels(node, CodeSet.of(goLeft, goLeft.length));
        }
        halve(tree, left, axis, place, new int[] {range[0], cut}, sum);
        halve(tree, right, axis, place, new int[] {cut, range[1]}, sum);
    }

    // The change of answer nearest to the middle; −1 where nothing changes.
    private int middle(int axis, int[] place, int[] range, int sum) {
        int best = -1;
        int middle = (range[0] + range[1]) / 2;
        for (int cut = range[0] + 1; cut < range[1]; cut++) {
            if (!alike(axis, place, cut - 1, cut, sum) && (best < 0 || Math.abs(cut - middle) < Math.abs(best - middle))) {
                best = cut;
            }
        }
        return best;
    }

    private boolean alike(int axis, int[] place, int one, int other, int sum) {
        int[] a = place.clone();
        a[axis] = one;
        int[] b = place.clone();
        b[axis] = other;
        int following = 1;
        for (int next = axis + 1; next < axes.size(); next++) {
            a[next] = 0;
            b[next] = 0;
            following *= axes.get(next).count();
        }
        int from = cell(a);
        int to = cell(b);
        return Arrays.equals(scores[sum], from, from + following, scores[sum], to, to + following);
    }
}
