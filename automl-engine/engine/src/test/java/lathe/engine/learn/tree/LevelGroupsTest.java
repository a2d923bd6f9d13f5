package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.form.Features;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LevelGroupsTest {

    private static final GrowthRules.LevelRules EAGER = new GrowthRules.LevelRules(3, 2, 1, 0.1, 32);

    private record Table(Matrix features, double[] values) { }

    /// One feature of levels whose numbers say nothing, one of numbers.
    private static Table table(int rows, int levels, long seed, boolean known) {
        Random random = new Random(seed);
        double[] effects = random.doubles(levels).map(x -> x > 0.5 ? 3 : -3).toArray();
        double[] level = IntStream.range(0, rows).mapToDouble(row -> random.nextInt(levels)).toArray();
        double[] number = random.doubles(rows).toArray();
        double[] values = IntStream.range(0, rows)
                .mapToDouble(row -> effects[(int) level[row]] + number[row] + 0.1 * random.nextGaussian()).toArray();
        return new Table(new Matrix(List.of("level", "number"), new double[][] {level, number}, rows,
                known ? Set.of("level") : Set.of()), values);
    }

    private static TreeGrower.Grown grow(Table table, int leaves) {
        BinnedMatrix matrix = BinnedMatrix.of(table.features, 255);
        GrowthRules rules = new GrowthRules(leaves, 64, 2, 1e-3, 0, 0.1, 0, 1, 1, EAGER, false, new int[0]);
        int n = table.values.length;
        float[] gradients = new float[2 * n];
        for (int row = 0; row < n; row++) {
            gradients[2 * row] = (float) -table.values[row];
            gradients[2 * row + 1] = 1;
        }
        return new LeafWiseGrower(matrix, rules, () -> false)
                .grow(0, IntStream.range(0, n).toArray(), gradients, new Seed(1).random());
    }

    @Property(tries = 100)
    void theFormSendsEveryRowWhereTheTreeDoes(@ForAll @IntRange(min = 20, max = 300) int rows,
            @ForAll @IntRange(min = 2, max = 60) int levels, @ForAll long seed) {
        Table table = table(rows, levels, seed, true);
        BinnedMatrix matrix = BinnedMatrix.of(table.features, 255);
        BinnedTree tree = grow(table, 12).tree();

        Trees form = TreesJoin.join(matrix, List.of(tree), new int[] {0}, 1, new double[] {0}, Link.IDENTITY);

        Predictions predictions = form.predict(Features.of(table.features));
        for (int row = 0; row < rows; row++) {
            assertEquals(tree.value(tree.leaf(matrix, row))[0], predictions.at(row, 0));
        }
    }

    @Property(tries = 100)
    void missingValuesGoTheSameWayInTheTreeItsRowsAndItsForm(@ForAll @IntRange(min = 20, max = 300) int rows, @ForAll long seed) {
        Random random = new Random(seed);
        double[] number = random.doubles(rows).map(x -> x < 0.3 ? Double.NaN : x).toArray();
        double[] other = random.doubles(rows).map(x -> x < 0.1 ? Double.NaN : Math.rint(4 * x)).toArray();
        double[] values = IntStream.range(0, rows)
                .mapToDouble(row -> (Double.isNaN(number[row]) ? 2 : number[row]) + random.nextGaussian() / 10).toArray();
        Table table = new Table(new Matrix(List.of("number", "other"), new double[][] {number, other}, rows), values);
        BinnedMatrix matrix = BinnedMatrix.of(table.features, 255);
        TreeGrower.Grown grown = grow(table, 12);

        Trees form = TreesJoin.join(matrix, List.of(grown.tree()), new int[] {0}, 1, new double[] {0}, Link.IDENTITY);

        Predictions predictions = form.predict(Features.of(table.features));
        for (Leaf leaf : grown.leaves()) {
            for (int i = leaf.from; i < leaf.to; i++) {
                int row = grown.order().rows()[i];
                assertEquals(leaf.node, grown.tree().leaf(matrix, row));
                assertEquals(grown.tree().value(leaf.node)[0], predictions.at(row, 0));
            }
        }
    }

    @Property(tries = 50)
    void leavesStandWhereTheirRowsAre(@ForAll @IntRange(min = 20, max = 300) int rows,
            @ForAll @IntRange(min = 2, max = 60) int levels, @ForAll long seed) {
        Table table = table(rows, levels, seed, true);
        BinnedMatrix matrix = BinnedMatrix.of(table.features, 255);

        TreeGrower.Grown grown = grow(table, 12);

        int seen = 0;
        for (Leaf leaf : grown.leaves()) {
            for (int i = leaf.from; i < leaf.to; i++) {
                assertEquals(leaf.node, grown.tree().leaf(matrix, grown.order().rows()[i]));
                seen++;
            }
        }
        assertEquals(rows, seen);
    }

    @Example
    void oneGroupOfLevelsDoesTheWorkOfManyCuts() {
        double grouped = error(table(2000, 30, 5, true));
        double cut = error(table(2000, 30, 5, false));

        assertTrue(grouped < 0.5, "two leaves tell high levels from low ones: " + grouped);
        assertTrue(cut > 4, "one cut through meaningless numbers cannot: " + cut);
    }

    private static double error(Table table) {
        BinnedMatrix matrix = BinnedMatrix.of(table.features, 255);
        BinnedTree tree = grow(table, 2).tree();
        double total = 0;
        for (int row = 0; row < table.values.length; row++) {
            double error = table.values[row] - tree.value(tree.leaf(matrix, row))[0];
            total += error * error;
        }
        return total / table.values.length;
    }
}
