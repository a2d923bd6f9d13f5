package lathe.engine.ensemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;

/// Candidates, the best first, with what each is worth alone; of those without a value only one, if there are no others.
///
/// @param candidates at least one
/// @param alone      value of the metric by id; `NaN` where it is not defined
record Pool(List<Candidate> candidates, Map<String, Double> alone) {

    /// More members than this are never wanted: those further down only dilute the rest.
    static final int MOST = 50;

    /// @throws IllegalArgumentException if there is no candidate or the shapes do not agree
    static Pool of(List<Candidate> candidates, Target truth, Metric metric, int positive) {
        require(candidates, truth);
        Map<String, Double> alone = new HashMap<>();
        for (Candidate candidate : candidates) {
            alone.put(candidate.id(), metric.compute(truth, candidate.outOfFold(), positive));
        }
        double sign = metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? -1 : 1;
        Comparator<Candidate> best = Comparator.comparingDouble(candidate -> sign * alone.getOrDefault(candidate.id(), Double.NaN));
        List<Candidate> able = candidates.stream()
                .filter(candidate -> !Double.isNaN(alone.getOrDefault(candidate.id(), Double.NaN))).sorted(best).limit(MOST).toList();
        return new Pool(able.isEmpty() ? candidates.subList(0, 1) : able, alone);
    }

    private static void require(List<Candidate> candidates, Target truth) {
        Set<String> ids = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (candidate.outOfFold().rows() != truth.rows()) {
                throw new IllegalArgumentException("candidate '%s' must predict the %d rows of the truth, had %d"
                        .formatted(candidate.id(), truth.rows(), candidate.outOfFold().rows()));
            }
            if (!ids.add(candidate.id())) {
                throw new IllegalArgumentException("candidates need different ids, '%s' comes twice"
                        .formatted(candidate.id()));
            }
        }
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("an ensemble needs at least 1 candidate, had 0");
        }
    }

    Candidate best() {
        return candidates.getFirst();
    }

    double bestValue() {
        return alone.getOrDefault(best().id(), Double.NaN);
    }

    /// Whether there is nothing to blend.
    boolean isSingle() {
        return candidates.size() == 1 || Double.isNaN(bestValue());
    }

    /// The first of the weights that are not worse than the best candidate alone, judged one after another by the best so far.
    Weights notWorse(List<Weights> offered, Target truth, Metric metric, int positive) {
        Weights kept = Weights.single(best().id());
        double value = bestValue();
        for (Weights weights : offered) {
            double own = metric.compute(truth, weights.blend(candidates), positive);
            if (!metric.better(value, own) && !Double.isNaN(own)) {
                kept = weights;
                value = own;
            }
        }
        return kept;
    }

    /// Normalised shares of at least the least weight, the heaviest first; the best alone if none is left.
    Weights weights(double[] found, double least) {
        double all = 0;
        for (double share : found) {
            all += share;
        }
        double kept = 0;
        for (double share : found) {
            kept += share >= least * all ? share : 0;
        }
        List<Weights.Share> shares = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] > 0 && found[i] >= least * all) {
                shares.add(new Weights.Share(candidates.get(i).id(), found[i] / kept));
            }
        }
        shares.sort(Comparator.comparingDouble(share -> -share.weight()));
        return shares.isEmpty() ? Weights.single(best().id()) : new Weights(shares);
    }
}
