package lathe.engine.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.StratifiedSample;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;

/// Picks the candidate that helps most, again and again, with replacement; how often a candidate was picked is its
/// weight. Of up to 40 picks the best beginning is kept.
///
/// Below 2,000 rows chance decides much, so the picks (10 at most) are made on 20 bootstraps of the rows and averaged.
/// Above 100,000 rows a stratified sample chooses. Weights below 0.02 are dropped if that does no harm.
///
/// Source: R. Caruana, A. Niculescu-Mizil, G. Crew, A. Ksikes, "Ensemble Selection from Libraries of Models", ICML 2004.
/// There the bags are of models; we bag rows, because a search within a minute has few models of very different worth,
/// and a bag without the best ones only dilutes the rest.
public final class GreedyEnsemble implements EnsembleMethod {

    private static final int MOST_PICKS = 40;
    private static final int POOL = 50;
    private static final int FEW_ROWS = 2_000;
    private static final int BAGS = 20;
    private static final int PICKS_IN_BAG = 10;
    private static final int MOST_ROWS = 100_000;
    private static final double LEAST_WEIGHT = 0.02;

    @Override
    public String id() {
        return "greedy";
    }

    @Override
    public Weights select(List<Candidate> candidates, Target truth, Metric metric, int positive, Seed seed,
            Deadline deadline) {
        require(candidates, truth);
        Map<String, Double> alone = new HashMap<>();
        for (Candidate candidate : candidates) {
            alone.put(candidate.id(), metric.compute(truth, candidate.outOfFold(), positive));
        }
        List<Candidate> pool = pool(candidates, alone, metric);
        Candidate leader = pool.getFirst();
        Weights single = Weights.single(leader.id());
        if (pool.size() == 1 || Double.isNaN(alone.getOrDefault(leader.id(), Double.NaN))) {
            return single;
        }
        double[] found = truth.rows() < FEW_ROWS
                ? bagged(pool, truth, metric, positive, seed, deadline)
                : plain(pool, truth, metric, positive, seed, deadline);
        Weights best = single;
        double bestValue = alone.getOrDefault(leader.id(), Double.NaN);
        for (double least : new double[] {0, LEAST_WEIGHT}) {
            Weights weights = weights(pool, found, least, single);
            double value = metric.compute(truth, weights.blend(pool), positive);
            if (!metric.better(bestValue, value) && !Double.isNaN(value)) {
                best = weights;
                bestValue = value;
            }
        }
        return best;
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

    // Best first, those with a value only, unless none has one.
    private static List<Candidate> pool(List<Candidate> candidates, Map<String, Double> alone, Metric metric) {
        double sign = metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? -1 : 1;
        List<Candidate> pool = candidates.stream()
                .filter(candidate -> !Double.isNaN(alone.getOrDefault(candidate.id(), Double.NaN)))
                .sorted(Comparator.comparingDouble(candidate -> sign * alone.getOrDefault(candidate.id(), Double.NaN)))
                .limit(POOL).toList();
        return pool.isEmpty() ? candidates.subList(0, 1) : pool;
    }

    private static double[] plain(List<Candidate> pool, Target truth, Metric metric, int positive, Seed seed,
            Deadline deadline) {
        if (truth.rows() <= MOST_ROWS) {
            return shares(new Mixture(pool, truth, metric, positive).pick(MOST_PICKS, deadline));
        }
        int[] rows = StratifiedSample.of(truth, MOST_ROWS, seed.child("sample", 0));
        return shares(new Mixture(select(pool, rows), truth.select(rows), metric, positive).pick(MOST_PICKS, deadline));
    }

    private static double[] bagged(List<Candidate> pool, Target truth, Metric metric, int positive, Seed seed,
            Deadline deadline) {
        double[] sum = new double[pool.size()];
        for (int bag = 0; bag < BAGS && !deadline.passed(); bag++) {
            RandomGenerator random = seed.child("bag", bag).random();
            int[] rows = random.ints(truth.rows(), 0, truth.rows()).toArray();
            double[] shares = shares(new Mixture(select(pool, rows), truth.select(rows), metric, positive)
                    .pick(PICKS_IN_BAG, deadline));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += shares[i];
            }
        }
        return sum;
    }

    private static List<Candidate> select(List<Candidate> pool, int[] rows) {
        return pool.stream().map(c -> new Candidate(c.id(), c.outOfFold().select(rows))).toList();
    }

    private static double[] shares(int[] picks) {
        double all = Arrays.stream(picks).sum();
        return Arrays.stream(picks).mapToDouble(count -> all == 0 ? 0 : count / all).toArray();
    }

    // Normalised shares of at least the least weight, the heaviest first; the single one if none is left.
    private static Weights weights(List<Candidate> pool, double[] found, double least, Weights single) {
        double all = Arrays.stream(found).sum();
        double kept = Arrays.stream(found).filter(share -> share >= least * all).sum();
        List<Weights.Share> shares = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] > 0 && found[i] >= least * all) {
                shares.add(new Weights.Share(pool.get(i).id(), found[i] / kept));
            }
        }
        shares.sort(Comparator.comparingDouble(share -> -share.weight()));
        return shares.isEmpty() ? single : new Weights(shares);
    }
}
