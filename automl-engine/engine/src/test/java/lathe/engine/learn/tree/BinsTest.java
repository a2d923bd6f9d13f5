package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BinsTest {

    @Property
    void aCodeIsAtMostAnotherExactlyIfTheValueDoesNotExceedItsBound(@ForAll @Size(min = 1, max = 300) double[] values,
            @ForAll @IntRange(min = 2, max = 255) int most) {
        Bins bins = Bins.of(values, most);

        assertTrue(bins.count() <= most);
        for (double value : values) {
            int code = bins.code(value);
            assertTrue(code >= 1 && code <= bins.count());
            for (int other = 1; other < bins.count(); other++) {
                assertEquals(value <= bins.bound(other), code <= other);
            }
        }
    }

    @Example
    void fewValuesHaveABinEach() {
        Bins bins = Bins.of(new double[] {3, 1, 2, 2, Double.NaN, 1}, 255);

        assertArrayEquals(new double[] {1.5, 2.5}, bins.bounds());
        assertEquals(0, bins.code(Double.NaN));
        assertEquals(3, bins.code(1e300));
    }

    @Example
    void neighbouringAndInfiniteNumbersAreToldApart() {
        double next = Math.nextUp(1.0);
        Bins bins = Bins.of(new double[] {Double.NEGATIVE_INFINITY, 1, next, Double.POSITIVE_INFINITY}, 255);

        assertEquals(4, Arrays.stream(new double[] {Double.NEGATIVE_INFINITY, 1, next, Double.POSITIVE_INFINITY})
                .mapToInt(bins::code).distinct().count());
    }

    @Example
    void aFrequentValueHasABinToItself() {
        double[] values = IntStream.range(0, 10_000).mapToDouble(i -> i % 2 == 0 ? 0 : i).toArray();

        Bins bins = Bins.of(values, 20);

        assertEquals(1, bins.code(0));
        assertEquals(2, bins.code(1));
        assertTrue(bins.count() >= 18, "the others share what is left: " + bins.count());
    }

    @Example
    void binsHoldAboutEquallyManyRows() {
        double[] values = IntStream.range(0, 100_000).mapToDouble(i -> Math.pow(i, 3)).toArray();

        Bins bins = Bins.of(values, 100);

        int[] counts = new int[101];
        for (double value : values) {
            counts[bins.code(value)]++;
        }
        assertTrue(Arrays.stream(counts, 1, 101).allMatch(count -> count >= 990 && count <= 1010));
    }
}
