package lathe.scoring.form;

import lathe.scoring.Predictions;
import lathe.scoring.step.Numbers;

/// The mean answer of the known rows nearest to a row.
///
/// With classes, a known row answers 1 for its class and 0 for the others. Rows equally far away count in their order.
/// Source: T. Cover, P. Hart, "Nearest Neighbor Pattern Classification" (1967).
///
/// @param rows    the known rows, m of them
/// @param answers class index or value of each known row, shape m
/// @param vote    how many count, and how much
/// @param base    added to the mean; as many numbers as outputs
/// @param factor  what the mean is multiplied with first
/// @param link    IDENTITY, or EXPM1 for values learnt as logarithms
public record Neighbours(KnownRows rows, Numbers answers, Vote vote, Numbers base, double factor, Link link) implements Form {

    /// How neighbours vote.
    ///
    /// @param count      how many are asked; at least 1
    /// @param squared    whether distance is the root of the sum of squares, not the sum of absolute differences
    /// @param byDistance whether each counts one by its distance; where some are at distance 0, only they count
    public record Vote(int count, boolean squared, boolean byDistance) {

        KnownRows.Measure measure() {
            return squared ? KnownRows.Measure.SQUARED : KnownRows.Measure.ABSOLUTE;
        }
    }

    public Neighbours {
        if (answers.size() != rows.count() || vote.count < 1 || vote.count > rows.count()) {
            throw new IllegalArgumentException("neighbours need an answer each and at most all to vote, had %d rows, %d answers, %d votes"
                    .formatted(rows.count(), answers.size(), vote.count));
        }
        if (base.size() == 0 || link != Link.IDENTITY && (link != Link.EXPM1 || base.size() > 1)) {
            throw new IllegalArgumentException("neighbours with %d outputs cannot have the link %s".formatted(base.size(), link));
        }
        for (int row = 0; row < answers.size() && base.size() > 1; row++) {
            double answer = answers.get(row);
            if (!(answer >= 0 && answer < base.size() && answer == Math.rint(answer))) {
                throw new IllegalArgumentException("neighbour %d must name one of %d classes, named %s"
                        .formatted(row, base.size(), answer));
            }
        }
    }

    @Override
    public int outputs() {
        return base.size();
    }

    /// Cost: rows × m × p. Memory beyond the answer: m numbers.
    @Override
    public Predictions predict(Features features) {
        int k = outputs();
        int n = features.matrix().rows();
        double[] raw = new double[n * k];
        double[] known = answers.toArray();
        KnownRows.Comparison comparison = rows.comparison(features.matrix(), vote.measure());
        Nearest nearest = new Nearest(vote.count);
        for (int row = 0; row < n; row++) {
            nearest.choose(comparison.to(row));
            nearest.weigh(vote);
            double total = 0;
            double[] sums = new double[k];
            for (int i = 0; i < vote.count; i++) {
                double weight = nearest.weight(i);
                double answer = known[nearest.row(i)];
                total += weight;
                sums[k == 1 ? 0 : (int) answer] += weight * (k == 1 ? answer : 1);
            }
            for (int output = 0; output < k; output++) {
                raw[row * k + output] = base.get(output) + factor * (sums[output] / total);
            }
        }
        return new Predictions(k, link.apply(raw, k));
    }
}
