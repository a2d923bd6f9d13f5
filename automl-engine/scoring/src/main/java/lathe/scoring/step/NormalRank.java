package lathe.scoring.step;

import java.util.List;

/// Gives a number its rank among known ones and the rank its place in a normal distribution; missing stays missing.
///
/// Between two known numbers ranks are linear. A number met several times stands in the middle of its ranks; the lowest has
/// rank 0, the highest rank 1, as has what lies beyond. The result is [NormalQuantile] of the rank, so within ±5.2. This is
/// scikit-learn's QuantileTransformer with normal output.
///
/// @param columns number columns, changed in place
/// @param knots   known numbers of each column, at least two, rising by so much that their halves differ
/// @param belows  rank of each knot seen from below, in \[0, 1\]
/// @param aboves  rank of each knot seen from above, at least that from below
public record NormalRank(List<String> columns, List<Numbers> knots, List<Numbers> belows, List<Numbers> aboves) implements InPlaceStep {

    public NormalRank {
        columns = List.copyOf(columns);
        knots = List.copyOf(knots);
        belows = List.copyOf(belows);
        aboves = List.copyOf(aboves);
        if (knots.size() != columns.size() || belows.size() != columns.size() || aboves.size() != columns.size()) {
            throw new IllegalArgumentException("every column needs its ranks, had %d columns".formatted(columns.size()));
        }
        for (int i = 0; i < knots.size(); i++) {
            check(knots.get(i), belows.get(i), aboves.get(i));
        }
    }

    private static void check(Numbers knots, Numbers belows, Numbers aboves) {
        int size = knots.size();
        if (size < 2 || belows.size() != size || aboves.size() != size) {
            throw new IllegalArgumentException("a column needs at least two knots and as many ranks, had %d, %d and %d"
                    .formatted(size, belows.size(), aboves.size()));
        }
        for (int i = 0; i < size; i++) {
            boolean rising = i == 0 || knots.get(i) / 2 - knots.get(i - 1) / 2 > 0 && belows.get(i) >= aboves.get(i - 1);
            boolean ranks = belows.get(i) >= 0 && aboves.get(i) >= belows.get(i) && aboves.get(i) <= 1;
            if (!rising || !ranks || Double.isInfinite(knots.get(i)) || Double.isNaN(knots.get(i))) {
                throw new IllegalArgumentException("knots must rise and their ranks within 0 and 1, had %s at %d".formatted(knots.get(i), i));
            }
        }
    }

    /// What becomes of one number of a column.
    public double at(int column, double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        return NormalQuantile.of(rank(value, knots.get(column), belows.get(column), aboves.get(column)));
    }

    @Override
    public void apply(Frame frame) {
        for (int i = 0; i < columns.size(); i++) {
            double[] values = frame.numbers(columns.get(i)).clone();
            for (int row = 0; row < values.length; row++) {
                values[row] = at(i, values[row]);
            }
            frame.put(columns.get(i), values);
        }
    }

    private static double rank(double value, Numbers knots, Numbers belows, Numbers aboves) {
        int last = knots.size() - 1;
        if (value <= knots.get(0)) {
            return 0;
        }
        if (value >= knots.get(last)) {
            return 1;
        }
        int low = 0;
        int high = last;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (value >= knots.get(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double knot = knots.get(low);
        if (value == knot) {
            return (belows.get(low) + aboves.get(low)) / 2;
        }
        // halves, so that no difference overflows
        double way = (value / 2 - knot / 2) / (knots.get(high) / 2 - knot / 2);
        return aboves.get(low) + way * (belows.get(high) - aboves.get(low));
    }
}
