package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.builtin.ToyTable;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.form.Trees;
import org.junit.jupiter.api.Test;

class SymmetricLearnerTest {

    private static final SymmetricLearner LEARNER = new SymmetricLearner();

    private static Matrix levels(double[] codes) {
        return new Matrix(List.of("level"), new double[][] {codes}, codes.length, Set.of("level"));
    }

    @Test
    void aRowSeesOnlyTheAnswersOfEarlierRowsOfItsLevel() {
        BinnedMatrix matrix = BinnedMatrix.of(levels(new double[] {3, 3, 5, 3, 5, 3}), 255);
        double[] answers = {1, 0, 1, 1, 0, 9};
        // row 5 is held back; prior 3/5, one row of it is added to each level
        OrderedStatistics statistics = OrderedStatistics.of(matrix, 0, new int[] {0, 1, 2, 3, 4}, row -> answers[row], 1);

        // by hand: (0 + .6) / 1, (1 + .6) / 2, .6, (1 + .6) / 3, (1 + .6) / 2, and all of level 3: (2 + .6) / 4
        assertArrayEquals(new double[] {0.6, 0.8, 0.6, 1.6 / 3, 0.8, 0.65}, statistics.column(), 1e-12);
        assertArrayEquals(new double[] {0.6, 0.65, 1.6 / 3}, statistics.ofCode(), 1e-12);
    }

    @Test
    void levelsThatSayNothingAreNotLearntByHeart() {
        Random random = new Random(3);
        int n = 1200;
        double[] codes = IntStream.range(0, n).mapToDouble(row -> random.nextInt(60)).toArray();
        Target noise = Target.classes(IntStream.range(0, n).map(row -> random.nextInt(2)).toArray(), 2);
        Target fresh = Target.classes(IntStream.range(0, n).map(row -> random.nextInt(2)).toArray(), 2);
        ToyTable table = new ToyTable(levels(codes), noise);

        Form form = LEARNER.fit(table.features(), noise, LEARNER.space(table.shape()).with(Map.of("rounds", 200.0)), ToyTable.calm(1));

        double loss = new ToyTable(levels(codes), fresh).loss(form);
        assertTrue(loss < Math.log(2) + 0.04, "log loss on fresh answers " + loss);
    }

    @Test
    void levelsThatSayMuchAreLearnt() {
        Random random = new Random(4);
        int n = 2000;
        double[] codes = IntStream.range(0, n).mapToDouble(row -> random.nextInt(40)).toArray();
        double[] answers = IntStream.range(0, n).mapToDouble(row -> Math.sin(codes[row]) + 0.1 * random.nextGaussian()).toArray();
        ToyTable table = new ToyTable(levels(codes), Target.regression(answers));

        Form form = LEARNER.fit(table.features(), table.target(), LEARNER.space(table.shape()).defaults(), ToyTable.calm(1));

        double[] all = form.predict(Features.of(levels(IntStream.range(0, 40).asDoubleStream().toArray()))).values();
        double error = IntStream.range(0, 40).mapToDouble(level -> Math.abs(all[level] - Math.sin(level))).average().orElseThrow();
        assertTrue(error < 0.08, "mean error " + error);
    }

    @Test
    void allLeavesOfATreeAskTheSameQuestionAtTheSameDepth() {
        ToyTable table = ToyTable.of(Task.REGRESSION, 800, 5, 1);
        Map<String, Object> changes = Map.of("rounds", 50.0, "depth", 4.0);

        Form form = LEARNER.fit(table.features(), table.target(), LEARNER.space(table.shape()).with(changes), ToyTable.calm(2));

        Trees trees = (Trees) form;
        assertTrue(trees.trees() >= 20, "trees " + trees.trees());
        for (int tree = 0; tree < trees.trees(); tree++) {
            sameQuestions(trees, List.of(trees.root(tree)));
        }
    }

    // A leaf that a question would not have divided stands higher, so a level may hold fewer nodes than twice the one before.
    private static void sameQuestions(Trees trees, List<Integer> level) {
        List<Integer> inner = level.stream().filter(node -> trees.feature(node) >= 0).toList();
        if (!inner.isEmpty()) {
            assertTrue(inner.stream().map(node -> trees.feature(node) + ":" + trees.threshold(node)).distinct().count() <= 2,
                    "too many questions at one depth");
            sameQuestions(trees, inner.stream().flatMap(node -> List.of(trees.left(node), trees.right(node)).stream()).toList());
        }
    }

    @Test
    void theFormAnswersAsTheTreeThatWasGrown() {
        ToyTable table = ToyTable.of(Task.REGRESSION, 300, 4, 7);
        BinnedMatrix matrix = BinnedMatrix.of(table.features(), 127);
        GrowthRules growth = new GrowthRules(32, 5, 1, 0, 0, 1, 0, 1, 1, new GrowthRules.LevelRules(0, 0, 0, 0, 0), false, new int[0]);
        SymmetricRules rules = new SymmetricRules(5, 1, 0, 0, 1, 12, 1, 127, growth);
        int[] rows = IntStream.range(0, 300).toArray();
        float[] gradients = new float[600];
        for (int row = 0; row < 300; row++) {
            gradients[2 * row] = (float) -table.target().value(row);
            gradients[2 * row + 1] = 1;
        }
        StatisticsView view = StatisticsView.of(matrix, rows, row -> table.target().value(row), rules, new Seed(1).random());
        TreeGrower.Grown grown = new SymmetricGrower(view, rules, new Histograms.Pool(), () -> false).grow(0, rows, gradients, new Seed(2).random());

        for (Leaf leaf : grown.leaves()) {
            for (int i = leaf.from; i < leaf.to; i++) {
                assertEquals(leaf.node, grown.tree().leaf(matrix, grown.order().rows()[i]));
            }
        }
        assertEquals(300, grown.leaves().stream().mapToInt(Leaf::rows).sum());
    }

    @Test
    void doesNotFallBehindLeafWiseBoostingByMuch() {
        for (Task task : Task.values()) {
            ToyTable table = ToyTable.of(task, 2000, 6, 5);
            ToyTable fresh = ToyTable.of(task, 2000, 6, 6);
            DataShape shape = table.shape();
            double own = fresh.loss(LEARNER.fit(table.features(), table.target(), LEARNER.space(shape).defaults(), ToyTable.calm(1)));
            BoostingLearner leafWise = new BoostingLearner();
            double other = fresh.loss(leafWise.fit(table.features(), table.target(), leafWise.space(shape).defaults(), ToyTable.calm(1)));
            assertTrue(own < 1.15 * other, "%s: %.4f against %.4f".formatted(task, own, other));
        }
    }
}
