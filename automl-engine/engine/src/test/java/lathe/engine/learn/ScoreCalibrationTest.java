package lathe.engine.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreCalibrationTest {

    @Test
    void findsTheSlopeAndBiasClassesWereDrawnWith() {
        Random random = new Random(5);
        int n = 20_000;
        double[][] scores = new double[1][n];
        int[] classes = new int[n];
        for (int row = 0; row < n; row++) {
            scores[0][row] = random.nextGaussian();
            classes[row] = random.nextDouble() < 1 / (1 + Math.exp(1 - 2 * scores[0][row])) ? 1 : 0;
        }

        ScoreCalibration found = ScoreCalibration.of(scores, Target.classes(classes, 2));

        // standard errors are about 0.03 and 0.02
        assertEquals(2, found.slope(), 0.12);
        assertEquals(-1, found.bias(0), 0.08);
    }

    @Test
    void leavesScoresBeyondAllMeasureAlone() {
        ScoreCalibration found = ScoreCalibration.of(new double[][] {{1e150, -1e150, 3}}, Target.classes(new int[] {1, 0, 1}, 2));

        assertEquals(1, found.slope());
        assertEquals(0, found.bias(0));
    }
}
