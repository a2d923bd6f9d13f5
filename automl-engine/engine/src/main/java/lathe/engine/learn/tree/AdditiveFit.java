package lathe.engine.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.Target;
import lathe.scoring.form.Trees;

/// One fit of an additive model: terms take turns, each with a small step, until rows held back say it is enough; then
/// the pairs that promise most do the same on what is left.
final class AdditiveFit {

    private static final double HELD_BACK = 0.15;
    private static final int LEAST_ROWS_TO_HOLD_BACK = 200;
    private static final int PATIENCE = 30;
    private static final int PAIR_CLASSES = 16;
    private static final int STRONGEST = 24;

    private final BinnedMatrix matrix;
    private final Loss loss;
    private final AdditiveRules rules;
    private final FitContext context;
    private final int[] heldBack;
    private final int[] fitted;
    private final double[][] raw;
    private final float[] gradients;

    /// @param cellOf cell of each row
    private record Placed(AdditiveTerm term, int[] cellOf) { }

    /// @param rounds   over all terms, at most
    /// @param rate     share of its best value each step goes
    /// @param pairs    terms of two features
    /// @param growth   penalties, and the weight a step needs
    record AdditiveRules(int rounds, double rate, int pairs, GrowthRules growth) { }

    AdditiveFit(BinnedMatrix matrix, Target target, Loss loss, AdditiveRules rules, FitContext context) {
        int n = matrix.rows();
        this.matrix = matrix;
        this.loss = loss;
        this.rules = rules;
        this.context = context;
        this.heldBack = n < LEAST_ROWS_TO_HOLD_BACK ? new int[0]
                : RowDraw.share(target, HELD_BACK, context.seed().child("held-back", 0));
        this.fitted = RowDraw.others(n, heldBack);
        this.gradients = new float[2 * n];
        this.raw = new double[loss.base().length][n];
        for (int sum = 0; sum < raw.length; sum++) {
            Arrays.fill(raw[sum], loss.base()[sum]);
        }
    }

    Trees form() {
        List<Placed> terms = new ArrayList<>();
        for (int feature = 0; feature < matrix.width(); feature++) {
            terms.add(place(AdditiveTerm.of(matrix, feature, raw.length)));
        }
        descend(terms);
        List<Placed> pairs = pairs(terms);
        descend(pairs);
        terms.addAll(pairs);
        List<BinnedTree> trees = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        for (Placed placed : terms) {
            for (int sum = 0; sum < raw.length; sum++) {
                if (Arrays.stream(placed.term().scores(sum)).anyMatch(score -> score != 0)) {
                    trees.add(placed.term().tree(sum));
                    targets.add(sum);
                }
            }
        }
        return TreesJoin.join(matrix, trees, targets.stream().mapToInt(Integer::intValue).toArray(), 1, loss.base(), loss.link());
    }

    private Placed place(AdditiveTerm term) {
        return new Placed(term, IntStream.range(0, matrix.rows()).map(term::cell).toArray());
    }

    // Back to the best state at the end: scores and raw sums are what they were there.
    private void descend(List<Placed> terms) {
        double least = heldBack.length > 0 ? loss.mean(raw, heldBack) : Double.NaN;
        double[][][] best = copy(terms);
        int since = 0;
        int rounds = heldBack.length > 0 ? rules.rounds() : rules.rounds() / 4;
        for (int round = 0; round < rounds && since < PATIENCE && !terms.isEmpty() && !context.mustStop(); round++) {
            for (Placed placed : terms) {
                if (context.mustStop()) {
                    break;
                }
                turn(placed);
            }
            double now = heldBack.length > 0 ? loss.mean(raw, heldBack) : Double.NaN;
            since++;
            if (!(now >= least)) {
                least = now;
                best = copy(terms);
                since = 0;
            }
        }
        restore(terms, best);
    }

    private void turn(Placed placed) {
        loss.observe(raw);
        for (int sum = 0; sum < raw.length; sum++) {
            loss.gradients(sum, gradients);
            int cells = placed.term().cells();
            double[] g = new double[cells];
            double[] h = new double[cells];
            for (int row : fitted) {
                int cell = placed.cellOf()[row];
                g[cell] += gradients[2 * row];
                h[cell] += gradients[2 * row + 1];
            }
            double[] step = placed.term().step(g, h, rules.growth());
            double[] scores = placed.term().scores(sum);
            for (int cell = 0; cell < cells; cell++) {
                step[cell] *= rules.rate();
                scores[cell] += step[cell];
            }
            for (int row = 0; row < raw[sum].length; row++) {
                raw[sum][row] += step[placed.cellOf()[row]];
            }
        }
    }

    private double[][][] copy(List<Placed> terms) {
        double[][][] scores = new double[terms.size()][raw.length][];
        for (int term = 0; term < scores.length; term++) {
            for (int sum = 0; sum < raw.length; sum++) {
                scores[term][sum] = terms.get(term).term().scores(sum).clone();
            }
        }
        return scores;
    }

    private void restore(List<Placed> terms, double[][][] scores) {
        for (int term = 0; term < scores.length; term++) {
            Placed placed = terms.get(term);
            for (int sum = 0; sum < raw.length; sum++) {
                double[] own = placed.term().scores(sum);
                for (int row = 0; row < raw[sum].length; row++) {
                    int cell = placed.cellOf()[row];
                    raw[sum][row] += scores[term][sum][cell] - own[cell];
                }
                System.arraycopy(scores[term][sum], 0, own, 0, own.length);
            }
        }
    }

    // The pairs whose best step of four quarters lets the loss fall most, as in FAST.
    private List<Placed> pairs(List<Placed> mains) {
        record Promise(Placed pair, double gain) { }
        if (rules.pairs() == 0) {
            return List.of();
        }
        // A surface over a directed feature could go against it where the other feature says so.
        int[] strongest = IntStream.range(0, mains.size()).filter(feature -> rules.growth().direction(feature) == 0).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> mains.get(i).term().size(mains.get(i).cellOf())).reversed())
                .limit(STRONGEST).mapToInt(Integer::intValue).sorted().toArray();
        List<Promise> promises = new ArrayList<>();
        loss.observe(raw);
        for (int i = 0; i < strongest.length; i++) {
            for (int j = i + 1; j < strongest.length && !context.mustStop(); j++) {
                Placed pair = place(AdditiveTerm.of(matrix, strongest[i], strongest[j], PAIR_CLASSES, raw.length));
                promises.add(new Promise(pair, gain(pair)));
            }
        }
        return promises.stream().sorted(Comparator.comparingDouble(Promise::gain).reversed()).limit(rules.pairs())
                .map(Promise::pair).toList();
    }

    private double gain(Placed pair) {
        double gain = 0;
        for (int sum = 0; sum < raw.length; sum++) {
            loss.gradients(sum, gradients);
            double[] g = new double[pair.term().cells()];
            double[] h = new double[g.length];
            for (int row : fitted) {
                g[pair.cellOf()[row]] += gradients[2 * row];
                h[pair.cellOf()[row]] += gradients[2 * row + 1];
            }
            double[] step = pair.term().step(g, h, rules.growth());
            for (int cell = 0; cell < step.length; cell++) {
                gain -= step[cell] * (g[cell] + step[cell] * h[cell] / 2);
            }
        }
        return gain;
    }
}
