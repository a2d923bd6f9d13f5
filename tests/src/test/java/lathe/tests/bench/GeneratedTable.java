package lathe.tests.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import org.jspecify.annotations.Nullable;

/// A table drawn by number: sizes, kinds of columns, missing cells, noise and the truth behind the target all differ.
///
/// The truth is a sum of parts: linear, wavy, steps of a tree, products, effects of levels, effects of levels that turn a
/// number round, distances to centres. Half of the columns on average have no part in it.
final class GeneratedTable {

    private static final int MOST_TRAINING = 12_000;
    private static final int MOST_TEST = 4_000;

    private final RandomGenerator random;
    private final int rows;
    private final List<double[]> numbers = new ArrayList<>();
    private final List<int[]> levels = new ArrayList<>();

    private GeneratedTable(RandomGenerator random) {
        this.random = random;
        this.rows = (int) logUniform(400, 12_000);
    }

    /// @param number which table; each has its own name, `generated_17`
    static BenchTable make(int number) {
        GeneratedTable made = new GeneratedTable(new Seed(number).child("table", 0).random());
        return made.divided(number);
    }

    private BenchTable divided(int number) {
        int width = (int) logUniform(3, 30);
        int categories = random.nextInt(3) == 0 ? 0 : random.nextInt(9);
        for (int i = 0; i < width; i++) {
            numbers.add(column(i));
        }
        for (int i = 0; i < categories; i++) {
            levels.add(category((int) logUniform(2, 80)));
        }
        Task task = Task.values()[number % 3];
        Target target = target(task);
        return BenchTable.divided("generated_" + number, table(), target, task == Task.BINARY ? 1 : -1, new Seed(number),
                MOST_TRAINING, MOST_TEST);
    }

    private double logUniform(double low, double high) {
        return Math.exp(Math.log(low) + random.nextDouble() * Math.log(high / low));
    }

    private double[] column(int place) {
        double[] values = new double[rows];
        int kind = random.nextInt(5);
        double @Nullable [] like = place > 0 && random.nextInt(4) == 0 ? numbers.get(random.nextInt(place)) : null;
        for (int row = 0; row < rows; row++) {
            double normal = random.nextGaussian();
            double drawn = like == null ? normal : 0.8 * like[row] + 0.6 * normal;
            values[row] = switch (kind) {
                case 0 -> Math.exp(Math.min(6, drawn));
                case 1 -> random.nextDouble() * 2 - 1;
                case 2 -> Math.rint(3 * drawn);
                default -> drawn;
            };
        }
        return values;
    }

    private int[] category(int count) {
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = (int) (count * Math.pow(random.nextDouble(), 1.7));
        }
        return codes;
    }

    // Standardised sum of some parts.
    private double[] truth() {
        double[] sum = new double[rows];
        int parts = 2 + random.nextInt(6);
        for (int part = 0; part < parts; part++) {
            double weight = 0.3 + random.nextDouble();
            double[] own = standardised(part());
            for (int row = 0; row < rows; row++) {
                sum[row] += weight * own[row];
            }
        }
        return standardised(sum);
    }

    private double[] part() {
        double[] a = standardised(numbers.get(random.nextInt(numbers.size())));
        double[] b = standardised(numbers.get(random.nextInt(numbers.size())));
        return switch (random.nextInt(levels.isEmpty() ? 5 : 7)) {
            case 0 -> a;
            case 1 -> each(row -> Math.sin(2 * a[row]) + 0.3 * a[row]);
            case 2 -> steps();
            case 3 -> each(row -> a[row] * b[row]);
            case 4 -> centres();
            case 5 -> effects();
            default -> turned(a);
        };
    }

    private interface Cell {
        double at(int row);
    }

    private double[] each(Cell cell) {
        return IntStream.range(0, rows).mapToDouble(cell::at).toArray();
    }

    private double[] steps() {
        int depth = 2 + random.nextInt(4);
        double[][] cut = new double[depth][];
        double[] at = new double[depth];
        for (int level = 0; level < depth; level++) {
            cut[level] = numbers.get(random.nextInt(numbers.size()));
            at[level] = cut[level][random.nextInt(rows)];
        }
        double[] leaves = IntStream.range(0, 1 << depth).mapToDouble(leaf -> random.nextGaussian()).toArray();
        return each(row -> leaves[IntStream.range(0, depth).map(level -> cut[level][row] > at[level] ? 1 << level : 0).sum()]);
    }

    private double[] centres() {
        int used = Math.min(numbers.size(), 2 + random.nextInt(3));
        double[][] columns = IntStream.range(0, used).mapToObj(i -> standardised(numbers.get(i))).toArray(double[][]::new);
        int row1 = random.nextInt(rows);
        int row2 = random.nextInt(rows);
        return each(row -> Math.exp(-distance(columns, row, row1)) - Math.exp(-distance(columns, row, row2)));
    }

    private static double distance(double[][] columns, int a, int b) {
        return Arrays.stream(columns).mapToDouble(column -> (column[a] - column[b]) * (column[a] - column[b])).sum();
    }

    private double[] effects() {
        int[] codes = levels.get(random.nextInt(levels.size()));
        double[] effect = effectOfLevels();
        return each(row -> effect[codes[row]]);
    }

    private double[] turned(double[] number) {
        int[] codes = levels.get(random.nextInt(levels.size()));
        double[] effect = effectOfLevels();
        return each(row -> effect[codes[row]] * number[row]);
    }

    private double[] effectOfLevels() {
        return IntStream.range(0, 80).mapToDouble(level -> random.nextGaussian()).toArray();
    }

    private double[] standardised(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(0));
        return Arrays.stream(values).map(value -> Math.clamp((value - mean) / Math.max(1e-9, spread), -6, 6)).toArray();
    }

    private Target target(Task task) {
        double noise = random.nextInt(5) == 0 ? 0 : logUniform(0.05, 2);
        return switch (task) {
            case REGRESSION -> regression(noise);
            case BINARY -> binary(noise);
            case MULTICLASS -> several(noise);
        };
    }

    private Target regression(double noise) {
        double[] truth = truth();
        boolean skewed = random.nextInt(3) == 0;
        return Target.regression(each(row -> {
            double value = truth[row] + noise * random.nextGaussian();
            return skewed ? 100 * Math.exp(value) : value;
        }));
    }

    private Target binary(double noise) {
        double[] truth = truth();
        double[] noisy = each(row -> truth[row] + noise * random.nextGaussian());
        double[] sorted = noisy.clone();
        Arrays.sort(sorted);
        double rare = Math.max(20.0 / rows, logUniform(0.04, 0.5));
        double limit = sorted[(int) ((1 - rare) * rows)];
        return Target.classes(IntStream.range(0, rows).map(row -> noisy[row] > limit ? 1 : 0).toArray(), 2);
    }

    private Target several(double noise) {
        int classes = 3 + random.nextInt(4);
        double[][] scores = IntStream.range(0, classes).mapToObj(k -> truth()).toArray(double[][]::new);
        double[] bias = IntStream.range(0, classes).mapToDouble(k -> 0.5 * random.nextGaussian()).toArray();
        int[] drawn = IntStream.range(0, rows).map(row -> {
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                double own = scores[k][row] + bias[k] + noise * random.nextGaussian();
                if (own > most) {
                    most = own;
                    best = k;
                }
            }
            return best;
        }).toArray();
        int[] known = Arrays.stream(drawn).distinct().sorted().toArray();
        return Target.classes(Arrays.stream(drawn).map(k -> Arrays.binarySearch(known, k)).toArray(), known.length);
    }

    private Table table() {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (double[] values : numbers) {
            fields.add(Field.of("x" + fields.size(), FieldType.NUMBER).withRole(Role.FEATURE));
            double missing = random.nextInt(4) == 0 ? 0.2 * random.nextDouble() : 0;
            columns.add(new NumberColumn(each(row -> random.nextDouble() < missing ? Double.NaN : values[row])));
        }
        for (int[] codes : levels) {
            fields.add(Field.of("c" + fields.size(), FieldType.CATEGORY).withRole(Role.FEATURE));
            columns.add(StringColumn.of(Arrays.stream(codes).mapToObj(code -> "level " + code).toList()));
        }
        return new Table(new Schema(fields), columns);
    }
}
