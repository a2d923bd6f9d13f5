package lathe.engine.label;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.RowDraw;
import lathe.engine.provenance.Seed;
import lathe.scoring.Table;

/// An order of rows that does not begin with ten copies of one.
///
/// Among the rows that count most, the next is each time the one with the largest product of its doubt and its distance to the
/// nearest row before it; without doubts, the next is drawn with a probability that follows the square of that distance.
/// Sources: Settles (2009), section 4.2 (a batch should be diverse); D. Arthur, S. Vassilvitskii, "k-means++" (2007).
public final class SpreadOrder {

    /// So many rows at the front are spread; the others follow by their doubt, or by chance.
    static final int FRONT = 200;

    private static final int FEWEST = 50;
    private static final int MOST = 1000;
    private static final double DOUBTFUL = 0.2;
    private static final int DRAWN = 2000;

    private SpreadOrder() {
    }

    /// The less sure, the earlier.
    ///
    /// @param rows   what tells them apart
    /// @param doubts of each, at least 0, one above it
    /// @return their places
    public static int[] byDoubt(Table rows, double[] doubts) {
        int[] order = IntStream.range(0, doubts.length).boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> doubts[row]).reversed()).mapToInt(Integer::intValue).toArray();
        int[] front = Arrays.copyOf(order, Math.min(order.length, Math.max(FEWEST, Math.min(MOST, (int) (DOUBTFUL * order.length)))));
        Nearest nearest = new Nearest(rows.select(front));
        return ahead(order, nearest.pick(() -> largest(place -> doubts[front[place]] * nearest.of(place), front.length)));
    }

    /// Spread over the table, with nothing known but the rows themselves.
    ///
    /// @param seed of the draw
    public static int[] byChance(Table rows, Seed seed) {
        RandomGenerator random = seed.random();
        int[] order = RowDraw.shuffled(IntStream.range(0, rows.rows()).toArray(), random);
        int[] front = Arrays.copyOf(order, Math.min(order.length, DRAWN));
        Nearest nearest = new Nearest(rows.select(front));
        return ahead(order, nearest.pick(() -> drawn(place -> nearest.of(place) * nearest.of(place), front.length, random)));
    }

    // The picked places at the front, the others in their order behind them.
    private static int[] ahead(int[] order, int[] picked) {
        boolean[] taken = new boolean[order.length];
        Arrays.stream(picked).forEach(place -> taken[place] = true);
        return IntStream.concat(Arrays.stream(picked), IntStream.range(0, order.length).filter(place -> !taken[place]))
                .map(place -> order[place]).toArray();
    }

    private static int largest(IntToDoubleFunction worth, int count) {
        int best = -1;
        double most = 0;
        for (int place = 0; place < count; place++) {
            double own = worth.applyAsDouble(place);
            if (own > most) {
                best = place;
                most = own;
            }
        }
        return best;
    }

    private static int drawn(IntToDoubleFunction worth, int count, RandomGenerator random) {
        double left = random.nextDouble() * IntStream.range(0, count).mapToDouble(worth).sum();
        int last = -1;
        for (int place = 0; place < count; place++) {
            double own = worth.applyAsDouble(place);
            last = own > 0 ? place : last;
            left -= own;
            if (left < 0 && own > 0) {
                return place;
            }
        }
        return last;
    }

    /// Distances of rows to the nearest of those picked; a picked row has none left.
    private static final class Nearest {

        private final RowDistance distance;
        private final double[] nearest;

        Nearest(Table rows) {
            distance = RowDistance.of(rows);
            nearest = new double[rows.rows()];
            Arrays.fill(nearest, 1);
        }

        double of(int place) {
            return nearest[place];
        }

        /// The first of all, and then one after the other.
        ///
        /// @param next the place to pick; negative where none is left
        int[] pick(IntSupplier next) {
            int[] picked = new int[Math.min(FRONT, nearest.length)];
            int count = 0;
            int place = nearest.length == 0 ? -1 : 0;
            while (place >= 0 && count < picked.length) {
                picked[count++] = place;
                for (int other = 0; other < nearest.length; other++) {
                    nearest[other] = Math.min(nearest[other], distance.between(place, other));
                }
                nearest[place] = 0;
                place = next.getAsInt();
            }
            return Arrays.copyOf(picked, count);
        }
    }
}
