package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import org.junit.jupiter.api.Test;

class SharesLossTest {

    private static final int ROWS = 60;

    private static double[][] raw(int sums) {
        Random random = new Random(7);
        double[][] raw = new double[sums][ROWS];
        for (double[] sum : raw) {
            for (int row = 0; row < ROWS; row++) {
                sum[row] = random.nextGaussian();
            }
        }
        return raw;
    }

    // Probabilities of 0 and 1 are classes.
    private static void agrees(int k) {
        int[] classes = IntStream.range(0, ROWS).map(row -> row * row % 7 % k).toArray();
        double[] shares = new double[ROWS * k];
        for (int row = 0; row < ROWS; row++) {
            shares[row * k + classes[row]] = 1;
        }
        Target target = Target.classes(classes, k);
        Loss known = k == 2 ? new LogisticLoss(target) : new SoftmaxLoss(target);
        Loss loss = new SharesLoss(target, new Predictions(k, shares));
        double[][] raw = raw(k == 2 ? 1 : k);
        assertArrayEquals(known.base(), loss.base(), 1e-12);
        assertEquals(known.link(), loss.link());
        known.observe(raw);
        loss.observe(raw);
        for (int sum = 0; sum < raw.length; sum++) {
            float[] expected = new float[2 * ROWS];
            float[] gradients = new float[2 * ROWS];
            known.gradients(sum, expected);
            loss.gradients(sum, gradients);
            assertArrayEquals(expected, gradients, 1e-6F);
        }
        int[] rows = {3, 8, 40};
        assertEquals(known.mean(raw, rows), loss.mean(raw, rows), 1e-12);
    }

    @Test
    void classesAreProbabilitiesOfOne() {
        agrees(2);
        agrees(3);
    }

    @Test
    void theSlopeIsThatOfTheMean() {
        Random random = new Random(9);
        double[] shares = new double[ROWS * 3];
        for (int row = 0; row < ROWS; row++) {
            double[] parts = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            for (int c = 0; c < 3; c++) {
                shares[3 * row + c] = parts[c] / (parts[0] + parts[1] + parts[2]);
            }
        }
        Loss loss = new SharesLoss(Target.classes(new int[ROWS], 3), new Predictions(3, shares));
        double[][] raw = raw(3);
        loss.observe(raw);
        float[] gradients = new float[2 * ROWS];
        loss.gradients(1, gradients);
        double before = loss.mean(raw, new int[] {5});
        raw[1][5] += 1e-5;
        assertEquals((loss.mean(raw, new int[] {5}) - before) / 1e-5, gradients[10], 1e-4);
    }
}
