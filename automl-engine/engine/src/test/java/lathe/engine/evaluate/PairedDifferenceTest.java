package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import lathe.engine.builtin.Metrics;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

    // The mean absolute error is a mean over rows, so the error of a difference is known in closed form: the deviation of the
    // rows' differences over the root of their number.
    @Test
    void standardErrorIsThatOfTheMeanOfTheRowsDifferences() {
        int rows = 2_000;
        SplittableRandom random = new SplittableRandom(3);
        double[] leader = random.doubles(rows).toArray();
        double[] challenger = random.doubles(rows).toArray();
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            double difference = challenger[row] - leader[row];
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / rows;
        long[] each = new long[rows];
        for (int row = 0; row < rows; row++) {
            each[row] = row;
        }

        PairedBootstrap.Difference difference = PairedBootstrap.difference(Metrics.byId("mae").orElseThrow(), Target.regression(new double[rows]),
                new PairedBootstrap.Pair(new Predictions(1, leader), new Predictions(1, challenger)), -1, each, new Seed(1), Deadline.never());

        assertEquals(mean, difference.value(), 1e-12);
        double expected = Math.sqrt((squares / rows - mean * mean) / rows);
        assertEquals(expected, difference.standardError(), 0.1 * expected);
    }
}
