package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import org.junit.jupiter.api.Test;

class ThresholdTableTest {

    @Test
    void isTheConfusionTableAtEveryThreshold() {
        SplittableRandom random = new SplittableRandom(3);
        int[] classes = new int[80];
        double[] values = new double[160];
        for (int row = 0; row < 80; row++) {
            classes[row] = random.nextInt(2);
            values[2 * row] = random.nextInt(11) / 10.0;   // with ties
            values[2 * row + 1] = 1 - values[2 * row];
        }
        Target truth = Target.classes(classes, 2);
        Predictions predictions = new Predictions(2, values);
        for (int positive = 0; positive < 2; positive++) {
            ThresholdTable table = ThresholdTable.of(truth, predictions, positive);
            for (int step = -1; step <= 22; step++) {
                double threshold = step / 20.0;
                assertEquals(ConfusionTable.of(truth, predictions, positive, threshold), table.at(threshold));
            }
        }
    }

    @Test
    void refusesMoreThanTwoClasses() {
        Target truth = Target.classes(new int[] {0, 1, 2}, 3);
        assertThrows(IllegalArgumentException.class, () -> ThresholdTable.of(truth, new Predictions(3, new double[9]), -1));
    }
}
