package example.prototypes;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.scoring.Matrix;

/// Groups of rows around centres: Lloyd's algorithm, begun at rows drawn by lot.
///
/// Source: S. Lloyd, "Least Squares Quantization in PCM" (1982).
final class Centres {

    private final Matrix features;
    private final int[] rows;
    private final double[][] centres;
    private final int[] nearest;

    private Centres(Matrix features, int[] rows, double[][] centres) {
        this.features = features;
        this.rows = rows;
        this.centres = centres;
        this.nearest = new int[rows.length];
    }

    /// @param rows     those to group
    /// @param count    of centres, at most one a row; fewer come out where some stay without rows
    /// @param mustStop asked between rounds
    static Centres of(Matrix features, int[] rows, int count, RandomGenerator random, int rounds, BooleanSupplier mustStop) {
        int[] drawn = rows.clone();
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(drawn.length - i);
            int row = drawn[other];
            drawn[other] = drawn[i];
            drawn[i] = row;
        }
        double[][] begin = new double[count][features.width()];
        for (int c = 0; c < count; c++) {
            for (int feature = 0; feature < features.width(); feature++) {
                begin[c][feature] = features.column(feature)[drawn[c]];
            }
        }
        Centres centres = new Centres(features, rows, begin);
        boolean moved = centres.assign();
        for (int round = 0; round < rounds && moved && !mustStop.getAsBoolean(); round++) {
            centres.move();
            moved = centres.assign();
        }
        return centres.withoutEmpty();
    }

    private boolean assign() {
        boolean moved = false;
        for (int i = 0; i < rows.length; i++) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < centres.length; c++) {
                double distance = distance(rows[i], centres[c]);
                if (distance < least) {
                    least = distance;
                    best = c;
                }
            }
            moved |= nearest[i] != best;
            nearest[i] = best;
        }
        return moved;
    }

    private double distance(int row, double[] centre) {
        double sum = 0;
        for (int feature = 0; feature < centre.length; feature++) {
            double apart = features.column(feature)[row] - centre[feature];
            sum += apart * apart;
        }
        return sum;
    }

    private void move() {
        for (int c = 0; c < centres.length; c++) {
            int[] members = members(c);
            for (int feature = 0; feature < features.width() && members.length > 0; feature++) {
                double[] column = features.column(feature);
                centres[c][feature] = Arrays.stream(members).mapToDouble(row -> column[row]).average().orElseThrow();
            }
        }
    }

    private Centres withoutEmpty() {
        double[][] kept = IntStream.range(0, centres.length).filter(c -> members(c).length > 0).mapToObj(c -> centres[c])
                .toArray(double[][]::new);
        Centres full = new Centres(features, rows, kept);
        full.assign();
        return full;
    }

    int count() {
        return centres.length;
    }

    double[] centre(int c) {
        return centres[c];
    }

    /// The rows nearest to a centre.
    int[] members(int c) {
        return IntStream.range(0, rows.length).filter(i -> nearest[i] == c).map(i -> rows[i]).toArray();
    }
}
