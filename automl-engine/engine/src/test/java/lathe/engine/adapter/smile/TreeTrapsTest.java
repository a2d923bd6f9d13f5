package lathe.engine.adapter.smile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lathe.engine.builtin.ToyTable;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;
import org.junit.jupiter.api.Test;
import smile.data.Tuple;
import smile.math.MathEx;
import smile.model.cart.DecisionNode;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;

/// Each of Smile's traps that would spoil a tree without a sound, and that the form says what Smile's tree says.
class TreeTrapsTest {

    private static Trees classified(double[][] columns, int[] classes, int k, int depth, int leafRows) {
        TreeGrower grower = new TreeGrower(CodedFeatures.of(columns), depth + 1, Integer.MAX_VALUE, leafRows, columns.length);
        return GrownTree.join(List.of(grower.classification(classes, k, ones(classes.length), new Seed(1))), new int[0], 1,
                new double[k], Link.NORMALISE);
    }

    private static Trees regressed(double[][] columns, double[] values) {
        TreeGrower grower = new TreeGrower(CodedFeatures.of(columns), 2, Integer.MAX_VALUE, 1, columns.length);
        return GrownTree.join(List.of(grower.regression(NewtonLeaves.means(values), ones(values.length), new Seed(1))),
                new int[0], 1, new double[1], Link.IDENTITY);
    }

    private static int[] ones(int n) {
        int[] counts = new int[n];
        Arrays.fill(counts, 1);
        return counts;
    }

    private static double[] column(int n, IntToDoubleFunction value) {
        return IntStream.range(0, n).mapToDouble(value).toArray();
    }

    @Test
    void findsTheSplitOfATwoValuedColumnWhateverTheRowOrder() {
        // Smile 6.3 tries a border only if the rows next to it differ in class; here both are of class 0.
        double[] feature = column(1000, row -> row < 500 ? 0 : 1);
        int[] classes = IntStream.range(0, 1000).map(row -> row % 500 != 0 && row % 500 != 499
                && (row < 500 ? row % 10 == 0 : row % 10 != 0) ? 1 : 0).toArray();

        Trees tree = classified(new double[][] {feature}, classes, 2, 1, 1);

        assertEquals(3, tree.nodes());
        assertEquals(0.5, tree.threshold(0));
    }

    @Test
    void keepsLeavesApartThatNameTheSameClass() {
        // 2 % against 20 %: both leaves name class 0, and Smile would join them.
        double[] feature = column(1000, row -> row < 500 ? 0 : 1);
        int[] classes = IntStream.range(0, 1000).map(row -> row % 50 == 0 || (row >= 500 && row % 5 == 0) ? 1 : 0).toArray();

        Trees tree = classified(new double[][] {feature}, classes, 2, 1, 1);

        Predictions predictions = tree.predict(Features.of(new Matrix(List.of("x"), new double[][] {{0, 1}}, 2)));
        assertEquals(0.02, predictions.at(0, 1), 1e-3);
        assertEquals(0.20, predictions.at(1, 1), 1e-3);
    }

    @Test
    void isolatesAGroupBelowOnePercentInRegression() {
        // Smile's default looks at every hundredth rank only.
        double[] feature = column(10_000, row -> row % 200);
        double[] values = column(10_000, row -> row % 200 == 199 ? 100 : 0);

        Trees tree = regressed(new double[][] {feature}, values);

        assertEquals(198.5, tree.threshold(0));
    }

    @Test
    void splitsBetweenValuesCloserThanSmileWould() {
        double[] feature = column(100, row -> row * 1e-12);
        double[] values = column(100, row -> row < 50 ? 0 : 1);

        Trees tree = regressed(new double[][] {feature}, values);

        assertEquals(49.5e-12, tree.threshold(0), 1e-20);
    }

    @Test
    void otherSeedsGrowOtherTreesAndTheThreadDoesNotMatter() throws InterruptedException {
        ToyTable table = ToyTable.of(Task.BINARY, 500, 8, 3);
        TreeGrower grower = new TreeGrower(CodedFeatures.of(columns(table.features())), 20, Integer.MAX_VALUE, 1, 2);
        int[] classes = table.target().toClassArray();
        GrownTree[] elsewhere = new GrownTree[1];
        Thread other = new Thread(() -> elsewhere[0] = grower.classification(classes, 2, ones(500), new Seed(1)));

        MathEx.setSeed(99);
        GrownTree here = grower.classification(classes, 2, ones(500), new Seed(1));
        GrownTree unlike = grower.classification(classes, 2, ones(500), new Seed(2));
        other.start();
        other.join();

        assertArrayEquals(thresholds(here), thresholds(elsewhere[0]));
        assertNotEquals(Arrays.toString(thresholds(here)), Arrays.toString(thresholds(unlike)));
    }

    private static double[] thresholds(GrownTree tree) {
        Trees joined = GrownTree.join(List.of(tree), new int[0], 1, new double[2], Link.NORMALISE);
        return IntStream.range(0, joined.nodes()).mapToDouble(joined::threshold).toArray();
    }

    @Test
    void theFormSaysWhatSmilesClassificationTreeSays() {
        ToyTable table = ToyTable.of(Task.MULTICLASS, 2000, 4, 5);
        CodedFeatures codes = CodedFeatures.of(columns(table.features()));
        TreeGrower grower = new TreeGrower(codes, 12, Integer.MAX_VALUE, 2, 4);
        int[] classes = table.target().toClassArray();
        Node root = ShareTree.grow(grower, classes, 3, ones(2000));
        ToyTable fresh = ToyTable.of(Task.MULTICLASS, 500, 4, 6);
        GrownTree grown = new GrownTree(root, 3, codes, leaf -> ((DecisionNode) leaf).posteriori(new double[3]));

        Predictions predictions = GrownTree.join(List.of(grown), new int[0], 1, new double[3], Link.NORMALISE)
                .predict(Features.of(fresh.features()));

        for (int row = 0; row < 500; row++) {
            DecisionNode leaf = (DecisionNode) root.predict(coded(codes, fresh.features(), row));
            assertArrayEquals(leaf.posteriori(new double[3]), predictions.row(row), 1e-12);
        }
    }

    @Test
    void theFormSaysWhatSmilesRegressionTreesSay() {
        ToyTable table = ToyTable.of(Task.REGRESSION, 2000, 4, 5);
        CodedFeatures codes = CodedFeatures.of(columns(table.features()));
        TreeGrower grower = new TreeGrower(codes, 12, 31, 5, 4);
        NewtonLeaves steps = new NewtonLeaves(table.target().toArray(), column(2000, row -> 1), 0.1, 2);
        Node root = StepTree.grow(grower, steps, ones(2000));
        ToyTable fresh = ToyTable.of(Task.REGRESSION, 500, 4, 6);
        GrownTree grown = grower.regression(steps, ones(2000), new Seed(1));

        Predictions predictions = GrownTree.join(List.of(grown, grown), new int[] {0, 0}, 1, new double[] {3}, Link.IDENTITY)
                .predict(Features.of(fresh.features()));

        for (int row = 0; row < 500; row++) {
            RegressionNode leaf = (RegressionNode) root.predict(coded(codes, fresh.features(), row));
            assertEquals(3 + 2 * leaf.output(), predictions.at(row, 0), 1e-12);
        }
    }

    private static Tuple coded(CodedFeatures codes, Matrix features, int row) {
        double[] values = new double[features.width()];
        for (int feature = 0; feature < values.length; feature++) {
            values[feature] = codes.code(feature, features.at(row, feature));
        }
        return Tuple.of(codes.frame().schema(), values);
    }

    private static double[][] columns(Matrix features) {
        return new FitRows(features, Target.regression(new double[features.rows()])).columns();
    }

    @Test
    void codesKeepOrderAndNeverExceedAByte() {
        double[] column = ToyTable.of(Task.REGRESSION, 5000, 2, 8).features().column(0);

        CodedFeatures codes = CodedFeatures.of(new double[][] {column});

        assertTrue(codes.codeCount(0) > 250 && codes.codeCount(0) <= CodedFeatures.MOST_CODES);
        for (int row = 1; row < column.length; row++) {
            int one = codes.codes(0)[row - 1] & 0xff;
            int other = codes.codes(0)[row] & 0xff;
            assertTrue(one == other || (one < other) == (column[row - 1] < column[row]));
        }
    }

    @Test
    void thinsRowsByLotAndKeepsClassShares() {
        ToyTable table = ToyTable.of(Task.BINARY, 4000, 2, 9);

        FitRows rows = FitRows.atMost(1000, table.features(), table.target(), new Seed(1));

        assertEquals(1000, rows.target().rows(), 1);
        assertEquals(Arrays.stream(table.target().toArray()).average().orElseThrow(),
                Arrays.stream(rows.target().toArray()).average().orElseThrow(), 2e-3);
    }
}
