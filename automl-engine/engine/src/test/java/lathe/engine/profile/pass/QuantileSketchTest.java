package lathe.engine.profile.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import lathe.engine.profile.Histogram;
import org.junit.jupiter.api.Test;

class QuantileSketchTest {

    private static final int ROWS = 1_000_000;

    // The values are a permutation of 0 .. ROWS - 1 in every order tried, so a value is its own place.
    private static void assertPlaces(IntToDoubleFunction order) {
        QuantileSketch sketch = new QuantileSketch();
        for (int i = 0; i < ROWS; i++) {
            sketch.add(order.applyAsDouble(i));
        }
        RankedValues ranked = sketch.ranked();
        for (double share : new double[] {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99}) {
            assertEquals(share, ranked.quantile(share) / ROWS, 0.002, "at " + share);
        }
    }

    @Test
    void placesAreRightInWhateverOrder() {
        assertPlaces(i -> i);
        assertPlaces(i -> ROWS - 1 - i);
        assertPlaces(i -> (i * 7_919L) % ROWS);
    }

    @Test
    void aFewValuesAreKeptExactly() {
        QuantileSketch sketch = new QuantileSketch();
        for (int i = 0; i <= 100; i++) {
            sketch.add(i);
        }
        assertEquals(37.0, sketch.ranked().quantile(0.37), 1e-9);
    }

    @Test
    void aValueGivenManyTimesWeighsAsMuch() {
        QuantileSketch sketch = new QuantileSketch();
        SplittableRandom random = new SplittableRandom(1);
        sketch.addTimes(5, 123_457);
        for (int i = 0; i < 123_457; i++) {
            sketch.add(6 + random.nextDouble());
        }
        assertEquals(5, sketch.ranked().quantile(0.495));
        assertEquals(6.5, sketch.ranked().quantile(0.75), 0.01);
    }

    @Test
    void binsCountTheRows() {
        QuantileSketch sketch = new QuantileSketch();
        for (int i = 0; i < ROWS; i++) {
            sketch.add(i);
        }
        Histogram histogram = sketch.ranked().histogram(0, ROWS - 1, 20, ROWS);
        assertEquals(20, histogram.counts().size());
        assertEquals(List.of(0.0, ROWS - 1.0), List.of(histogram.edges().getFirst(), histogram.edges().getLast()));
        histogram.counts().forEach(count -> assertEquals(ROWS / 20, count, 0.004 * ROWS));
    }
}
