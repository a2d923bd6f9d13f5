package lathe.engine.evaluate;

import java.util.random.RandomGenerator;
import lathe.engine.provenance.Seed;

/// Deals groups of rows to parts so that each part gets its share of every stratum.
///
/// Large groups go first, equally large ones in random order. Each goes to the part that is furthest behind, by the
/// divisor rule of Sainte-Laguë: least (rows had + half the rows offered) / share. That rule favours neither small nor
/// large parts.
final class Spread {

    private final Strata strata;
    private final Groups groups;
    private final double[] shares;
    private final double balance;

    /// @param shares  size of each part; they sum to 1
    /// @param balance how much the total number of rows of a part counts beside its strata: near 0 to break ties only
    Spread(Strata strata, Groups groups, double[] shares, double balance) {
        this.strata = strata;
        this.groups = groups;
        this.shares = shares;
        this.balance = balance;
    }

    /// Part of each group.
    int[] deal(Seed seed) {
        int[] sizes = strata.sizes();
        double[][] had = new double[shares.length][strata.count()];
        double[] rows = new double[shares.length];
        int[] parts = new int[groups.count()];
        int[] offered = new int[strata.count()];
        for (int group : order(seed.random())) {
            for (int i = 0; i < groups.size(group); i++) {
                offered[strata.of(groups.row(group, i))]++;
            }
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int part = 0; part < shares.length; part++) {
                double cost = cost(group, offered, had[part], sizes, shares[part]) + balance * groups.size(group)
                        * (rows[part] + groups.size(group) / 2.0) / (shares[part] * strata.rows());
                if (cost < least) {
                    least = cost;
                    best = part;
                }
            }
            parts[group] = best;
            rows[best] += groups.size(group);
            for (int i = 0; i < groups.size(group); i++) {
                int stratum = strata.of(groups.row(group, i));
                had[best][stratum]++;
                offered[stratum] = 0;
            }
        }
        return parts;
    }

    // Walks the rows of the group, not the strata: nearly all groups are one row.
    private double cost(int group, int[] offered, double[] had, int[] sizes, double share) {
        double cost = 0;
        for (int i = 0; i < groups.size(group); i++) {
            int stratum = strata.of(groups.row(group, i));
            cost += (had[stratum] + offered[stratum] / 2.0) / (share * sizes[stratum]);
        }
        return cost;
    }

    private int[] order(RandomGenerator random) {
        int[] order = new int[groups.count()];
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        double[] keys = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            keys[i] = -groups.size(order[i]);
        }
        int[] sorted = Sorting.order(keys);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = order[sorted[i]];
        }
        return sorted;
    }
}
