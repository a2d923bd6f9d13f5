package lathe.engine.learn.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    // B Bᵀ + identity: positive definite whatever B is.
    private static double[][] drawn(int n, Random random) {
        double[][] b = new double[n][];
        Arrays.setAll(b, row -> random.doubles(n, -1, 1).toArray());
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                lower[i][j] = Dots.of(b[i], b[j]) + (i == j ? 1 : 0);
            }
        }
        return lower;
    }

    private static double[][] copy(double[][] lower) {
        return Arrays.stream(lower).map(double[]::clone).toArray(double[][]::new);
    }

    @Property(tries = 60)
    void solvesWhatItWasMadeFrom(@ForAll @IntRange(min = 1, max = 45) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] lower = drawn(n, random);
        double[] wanted = random.doubles(n, -2, 2).toArray();
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                right[i] += lower[Math.max(i, j)][Math.min(i, j)] * wanted[j];
            }
        }

        assertArrayEquals(wanted, Cholesky.of(copy(lower)).solve(right), 1e-9);
    }

    @Property(tries = 40)
    void inverseFactorGivesTheDiagonalOfTheInverse(@ForAll @IntRange(min = 1, max = 30) int n, @ForAll long seed) {
        Cholesky cholesky = Cholesky.of(drawn(n, new Random(seed)));
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            expected[i] = cholesky.solve(unit)[i];
        }

        assertArrayEquals(expected, Cholesky.inverseDiagonal(cholesky.inverseFactor()), 1e-10);
    }

    @Test
    void logDeterminantIsThatOfTheMatrix() {
        // by hand: 4 × 3 − 2² = 8
        assertEquals(Math.log(8), Cholesky.of(new double[][] {{4}, {2, 3}}).logDeterminant(), 1e-12);
    }

    @Test
    void refusesWhatIsNotPositiveDefinite() {
        assertThrows(ArithmeticException.class, () -> Cholesky.of(new double[][] {{1}, {2, 1}}));
    }

    @Test
    void asksWhetherToGoOn() {
        double[][] large = drawn(64, new Random(1));

        assertThrows(IllegalStateException.class, () -> Cholesky.of(large, () -> {
            throw new IllegalStateException("stop");
        }));
    }
}
