package lathe.engine.profile.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctSketchTest {

    // The standard error is 1.04 / sqrt(65536) = 0.4 %; five of them.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 30_000, 150_000, 300_000, 2_000_000})
    void estimatesWithinTwoPercent(int different) {
        DistinctSketch sketch = new DistinctSketch();
        IntStream.range(0, different).forEach(i -> sketch.add(DistinctSketch.hash((double) i)));
        IntStream.range(0, different).forEach(i -> sketch.add(DistinctSketch.hash((double) i)));
        assertEquals(different, sketch.estimate(), 0.02 * different);
    }

    @Test
    void textsAndNumbersSpreadAlike() {
        DistinctSketch sketch = new DistinctSketch();
        SplittableRandom random = new SplittableRandom(3);
        IntStream.range(0, 200_000).forEach(i -> sketch.add(DistinctSketch.hash("customer-" + i)));
        IntStream.range(0, 200_000).forEach(i -> sketch.add(DistinctSketch.hash(random.nextDouble())));
        assertEquals(400_000, sketch.estimate(), 8_000);
    }

    @Test
    void minusZeroIsZero() {
        assertEquals(DistinctSketch.hash(0.0), DistinctSketch.hash(-0.0));
        assertNotEquals(DistinctSketch.hash(0.0), DistinctSketch.hash(1.0));
    }
}
