package lathe.tests.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.tests.bench.RecordedRun.Attempt;
import lathe.tests.bench.RecordedRun.Origin;

/// Learns an order of settings from stored predictions and judges it on tables left out.
///
/// Greedy, as TabRepo's portfolios (D. Salinas, N. Erickson, arXiv 2311.02971) but with costs: the next setting is the one that
/// takes most off the mean log loss ratio of the blends over the tables, per second spent. A blend takes a new member with the weight
/// that is best out of fold; what counts is its loss on the test rows.
///
/// Arguments: folder of recorded runs, power of cost, length, budgets in seconds to judge by.
final class PortfolioLearning {

    private static final double[] WEIGHTS = {0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1};
    private static final int MOST_ROWS = 1_500;
    private static final List<String> ALWAYS_FIRST = List.of("baseline {}", "logistic {}", "ridge {}");
    private static final double DEFAULT_COST = 0.05;

    private final double power;
    private final int length;

    private PortfolioLearning(double power, int length) {
        this.power = power;
        this.length = length;
    }

    /// A table's blend so far, on a part of its rows.
    private static final class Blend {
        private final RecordedRun run;
        private final Target truth;
        private final Target test;
        private final Map<String, Predictions> outOfFold = new HashMap<>();
        private final Map<String, Predictions> answers = new HashMap<>();
        private final Map<String, Double> cost = new HashMap<>();
        private double[] sum = new double[0];
        private double[] testSum = new double[0];
        private double loss = Double.NaN;
        private double testLoss = Double.NaN;

        Blend(RecordedRun run) {
            int[] rows = some(run.truth().rows());
            int[] judged = some(run.test().rows());
            this.run = run;
            this.truth = run.truth().select(rows);
            this.test = run.test().select(judged);
            for (Attempt attempt : run.attempts()) {
                if (attempt.origin() != Origin.TUNING) {
                    outOfFold.put(attempt.configuration(), attempt.outOfFold().select(rows));
                    answers.put(attempt.configuration(), attempt.test().select(judged));
                    cost.put(attempt.configuration(), attempt.cost());
                }
            }
        }

        private static int[] some(int rows) {
            int step = Math.max(1, rows / MOST_ROWS);
            return IntStream.range(0, rows).filter(row -> row % step == 0).toArray();
        }

        // Weight of the setting in the blend; 0 if it does not help out of fold.
        private double weight(String configuration) {
            double[] own = outOfFold.get(configuration).values();
            if (sum.length == 0) {
                return 1;
            }
            double best = 0;
            double least = loss;
            for (double weight : WEIGHTS) {
                double value = run.loss(truth, new Predictions(truth.outputs(), mixed(sum, own, weight)));
                if (value < least) {
                    least = value;
                    best = weight;
                }
            }
            return best;
        }

        private static double[] mixed(double[] sum, double[] own, double weight) {
            double[] mixed = new double[own.length];
            for (int i = 0; i < own.length; i++) {
                mixed[i] = sum.length == 0 ? own[i] : (1 - weight) * sum[i] + weight * own[i];
            }
            return mixed;
        }

        double gain(String configuration) {
            if (!outOfFold.containsKey(configuration)) {
                return 0;
            }
            double weight = weight(configuration);
            return weight == 0 ? 0 : Math.log(testLoss / testLoss(configuration, weight));
        }

        private double testLoss(String configuration, double weight) {
            double[] mixed = mixed(testSum, answers.get(configuration).values(), weight);
            return Replay.positive(run, run.loss(test, new Predictions(truth.outputs(), mixed)));
        }

        void take(String configuration) {
            if (!outOfFold.containsKey(configuration)) {
                return;
            }
            double weight = weight(configuration);
            if (weight > 0) {
                testLoss = testLoss(configuration, weight);
                testSum = mixed(testSum, answers.get(configuration).values(), weight);
                sum = mixed(sum, outOfFold.get(configuration).values(), weight);
                loss = run.loss(truth, new Predictions(truth.outputs(), sum));
            }
        }
    }

    /// The order learnt from such runs.
    List<String> learn(List<RecordedRun> runs) {
        List<Blend> blends = runs.stream().map(Blend::new).toList();
        Set<String> all = new TreeSet<>();
        blends.forEach(blend -> all.addAll(blend.cost.keySet()));
        Set<String> order = new LinkedHashSet<>();
        ALWAYS_FIRST.forEach(first -> {
            order.add(first);
            blends.forEach(blend -> blend.take(first));
        });
        while (order.size() < length && order.size() < all.size()) {
            String best = "";
            double most = Double.NEGATIVE_INFINITY;
            for (String configuration : all) {
                double rate = order.contains(configuration) ? Double.NEGATIVE_INFINITY : rate(blends, configuration);
                if (rate > most) {
                    most = rate;
                    best = configuration;
                }
            }
            String next = best;
            order.add(next);
            blends.forEach(blend -> blend.take(next));
        }
        return new ArrayList<>(order);
    }

    // Gain for cost; costs of a table are shares of what its costliest setting takes, so that large tables do not decide alone.
    private double rate(List<Blend> blends, String configuration) {
        double gain = 0;
        double cost = 0;
        for (Blend blend : blends) {
            double most = blend.cost.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
            gain += blend.gain(configuration);
            cost += DEFAULT_COST + blend.cost.getOrDefault(configuration, 0.0) / most;
        }
        return gain / Math.pow(cost / blends.size(), power) / blends.size();
    }

    private static List<Attempt> inOrder(RecordedRun run, List<String> order) {
        return order.stream().flatMap(configuration -> run.attempts().stream()
                .filter(attempt -> attempt.configuration().equals(configuration)).limit(1)).toList();
    }

    public static void main(String[] args) throws IOException {
        List<RecordedRun> runs = RecordedRun.readAll(Path.of(args[0]));
        PortfolioLearning learning = new PortfolioLearning(Double.parseDouble(args[1]), Integer.parseInt(args[2]));
        double[] budgets = IntStream.range(3, args.length).mapToDouble(i -> Double.parseDouble(args[i])).toArray();
        System.out.printf(Locale.ROOT, "%d runs%n", runs.size());
        double[][] logs = new double[budgets.length][];
        List<RecordedRun> judged = runs.stream().filter(run -> !run.table().startsWith("generated")).toList();
        for (int budget = 0; budget < budgets.length; budget++) {
            logs[budget] = new double[judged.size()];
        }
        for (int i = 0; i < judged.size(); i++) {
            RecordedRun left = judged.get(i);
            List<String> order = learning.learn(runs.stream().filter(run -> !run.table().equals(left.table())).toList());
            for (int budget = 0; budget < budgets.length; budget++) {
                Replay replay = new Replay(budgets[budget], true, true);
                double now = replay.testLoss(left, inOrder(left, order));
                double before = replay.testLoss(left, left.attempts().stream().filter(each -> each.origin() == Origin.START).toList());
                logs[budget][i] = Math.log(now / before);
                System.out.printf(Locale.ROOT, "%-20s %5.0f s  learnt %.5f, as it is %.5f, ratio %.4f%n", left.table(), budgets[budget],
                        now, before, now / before);
            }
        }
        for (int budget = 0; budget < budgets.length; budget++) {
            double mean = Arrays.stream(logs[budget]).average().orElse(0);
            double squares = Arrays.stream(logs[budget]).map(log -> (log - mean) * (log - mean)).sum();
            System.out.printf(Locale.ROOT, "%5.0f s: loss times %.4f ± %.4f%n", budgets[budget], Math.exp(mean),
                    Math.sqrt(squares / Math.max(1, judged.size() - 1) / judged.size()));
        }
        learning.learn(runs).forEach(System.out::println);
    }
}
