package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import org.junit.jupiter.api.Test;

class ResidualHistogramTest {

    // numpy 2: np.histogram([-2, -1, -1, 0, 0, 0, 1, 3], bins=5) gives [1 2 3 1 1] with edges -2, -1, 0, 1, 2, 3.
    @Test
    void countsTruthMinusPredictionAsNumpyDoes() {
        Target truth = Target.regression(new double[] {8, 9, 9, 10, 10, 10, 11, 13});
        Predictions ten = new Predictions(1, new double[] {10, 10, 10, 10, 10, 10, 10, 10});
        ResidualHistogram found = ResidualHistogram.of(truth, ten);
        assertEquals(List.of(1, 2, 3, 1, 1), found.bins().stream().map(ResidualHistogram.Bin::rows).toList());
        assertEquals(-2, found.bins().getFirst().from());
        assertEquals(3, found.bins().getLast().to());
        assertEquals(0, found.mean());
        assertEquals(Math.sqrt(2), found.spread(), 1e-15);
    }

    @Test
    void anOutlierDoesNotStretchTheScale() {
        double[] truths = IntStream.range(0, 1000).mapToDouble(i -> i == 500 ? 1e9 : Math.sin(i)).toArray();
        ResidualHistogram found = ResidualHistogram.of(Target.regression(truths), new Predictions(1, new double[1000]));
        assertTrue(found.bins().getLast().to() <= 1, found.bins().getLast().toString());
        assertEquals(1000, found.bins().stream().mapToInt(ResidualHistogram.Bin::rows).sum());
    }
}
