package lathe.engine.ensemble;

import java.util.Arrays;
import java.util.List;
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
/// Above 25,000 rows a stratified sample chooses. Weights below 0.02 are dropped if that does no harm.
///
/// Source: R. Caruana, A. Niculescu-Mizil, G. Crew, A. Ksikes, "Ensemble Selection from Libraries of Models", ICML 2004.
/// There the bags are of models; we bag rows, because a search within a minute has few models of very different worth,
/// and a bag without the best ones only dilutes the rest.
public final class GreedyEnsemble implements EnsembleMethod {

    private static final int MOST_PICKS = 40;
    private static final int FEW_ROWS = 2_000;
    private static final int BAGS = 20;
    private static final int PICKS_IN_BAG = 10;
    private static final int MOST_ROWS = 25_000;
    private static final double LEAST_WEIGHT = 0.02;

    private final boolean alwaysBagged;

    private GreedyEnsemble(boolean alwaysBagged) {
        this.alwaysBagged = alwaysBagged;
    }

    /// On bootstraps where rows are few.
    public static GreedyEnsemble bySize() {
        return new GreedyEnsemble(false);
    }

    /// On bootstraps however many rows there are.
    public static GreedyEnsemble bagged() {
        return new GreedyEnsemble(true);
    }

    @Override
    public String id() {
        return alwaysBagged ? "bagging" : "greedy";
    }

    @Override
    public Weights select(List<Candidate> candidates, Target truth, Metric metric, int positive, Seed seed,
            Deadline deadline) {
        Pool pool = Pool.of(candidates, truth, metric, positive);
        if (pool.isSingle()) {
            return Weights.single(pool.best().id());
        }
        double[] found = alwaysBagged || truth.rows() < FEW_ROWS
                ? bagged(pool.candidates(), truth, metric, positive, seed, deadline)
                : plain(pool.candidates(), truth, metric, positive, seed, deadline);
        return pool.notWorse(List.of(pool.weights(found, 0), pool.weights(found, LEAST_WEIGHT)), truth, metric, positive);
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
}
