package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.prepare.RowsAtHand.Coded;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Cross;
import lathe.scoring.step.Numbers;

/// The target's mean for pairs of levels (of few columns also for triples), kept where it tells more of what a
/// quick boosted model leaves unexplained than the levels by themselves; and how common the pair is.
///
/// After the category interactions of TabPrep (arXiv 2606.02384); smoothed means as in [GroupMeans].
public record CrossesGenerator() implements Generator {

    private static final int MOST_COLUMNS = 16;
    private static final int COLUMNS_FOR_THREE = 6;
    private static final int MOST_CROSSES = 50;
    private static final int MOST_FEATURES = 60;
    private static final int LEAST_ROWS = 2;
    private static final double LEAST_GAIN = 0.002;
    private static final double CHANCE = 4;
    private static final int LARGE = 100;
    private static final int ROWS_OF_CLASS = 100;
    private static final double[] ALPHAS = {1, 5, 20, 100};

    @Override
    public String id() {
        return "crosses";
    }

    @Override
    public String description() {
        return "The target's mean for each pair of values of two columns: where a combination says more than its parts.";
    }

    private record Candidate(List<Coded> columns, double told, double gain) { }

    /// What is left unexplained on the sampled rows, and how it is told.
    private record Sample(int[] rows, Answers left, int[] fold, double variance) {

        static Sample of(RowsAtHand at) {
            Residuals residuals = at.residuals();
            Answers left = Answers.of(residuals);
            double variance = 0;
            for (int k = 0; k < left.outputs(); k++) {
                variance += Association.product(residuals.of(k), residuals.of(k));
            }
            int[] fold = GroupMeans.innerFolds(left.rows(), at.seed().child("crosses-sample", 0).random());
            return new Sample(residuals.rows(), left, fold, variance);
        }

        // Share of what is left that the groups tell, out of fold; below 0 if they tell nothing.
        double told(List<Coded> columns, double... alphas) {
            DenseGroups groups = new DenseGroups(codes(columns, rows));
            GroupMeans means = new GroupMeans(groups.groupOfRow, groups.count(), left, fold);
            return 1 - means.loss(means.best(alphas)) / variance;
        }
    }

    @Override
    public void fit(RowsAtHand rows, RecipeBuilder builder) {
        if (!rows.worthWhile() || rows.categories().size() < 2) {
            return;
        }
        Answers answers = rows.answers();
        Sample sample = Sample.of(rows);
        if (!(sample.variance() > 0) || answers.outputs() * ROWS_OF_CLASS > rows.rows()) {
            return;
        }
        List<Coded> columns = rows.categories().subList(0, Math.min(MOST_COLUMNS, rows.categories().size()));
        List<Candidate> candidates = candidates(columns, sample, rows);
        double least = LEAST_GAIN + CHANCE / sample.rows().length;
        candidates.removeIf(each -> each.told() < least || each.gain() < least);
        candidates.sort(Comparator.comparingDouble(Candidate::gain).reversed());
        int most = Math.clamp(MOST_FEATURES / (1 + answers.outputs()), 1, MOST_CROSSES);
        int[] fold = GroupMeans.innerFolds(rows.rows(), rows.seed().child("crosses", 0).random());
        for (Candidate each : candidates.subList(0, Math.min(most, candidates.size()))) {
            add(each.columns(), answers, fold, rows, builder);
        }
    }

    private static List<Candidate> candidates(List<Coded> columns, Sample sample, RowsAtHand rows) {
        double[] alone = columns.stream().mapToDouble(column -> Math.max(0, sample.told(List.of(column), ALPHAS))).toArray();
        List<Candidate> candidates = new ArrayList<>();
        Map<Integer, Double> pairs = new HashMap<>();   // by the places of both
        for (int i = 0; i < alone.length; i++) {
            for (int j = i + 1; j < alone.length && !rows.mustStop(); j++) {
                double told = add(List.of(columns.get(i), columns.get(j)), alone[i] + alone[j], sample, candidates);
                pairs.put(MOST_COLUMNS * i + j, Math.max(told, alone[i] + alone[j]));
            }
        }
        for (int i = 0; i < alone.length && alone.length <= COLUMNS_FOR_THREE; i++) {
            for (int j = i + 1; j < alone.length; j++) {
                for (int k = j + 1; k < alone.length && !rows.mustStop(); k++) {
                    double before = Math.max(pairs.getOrDefault(MOST_COLUMNS * i + j, 0.0),
                            Math.max(pairs.getOrDefault(MOST_COLUMNS * i + k, 0.0), pairs.getOrDefault(MOST_COLUMNS * j + k, 0.0)));
                    add(List.of(columns.get(i), columns.get(j), columns.get(k)), before, sample, candidates);
                }
            }
        }
        return candidates;
    }

    private static double add(List<Coded> columns, double before, Sample sample, List<Candidate> candidates) {
        if (!isCountable(columns)) {
            return 0;
        }
        double told = sample.told(columns, ALPHAS);
        candidates.add(new Candidate(columns, told, told - before));
        return told;
    }

    private static boolean isCountable(List<Coded> columns) {
        return columns.stream().mapToDouble(Coded::size).reduce(1, (a, b) -> a * b) <= Cross.LARGEST;
    }

    private static long[] codes(List<Coded> columns, int[] rows) {
        long[] codes = new long[rows.length];
        for (Coded column : columns) {
            for (int i = 0; i < codes.length; i++) {
                codes[i] = codes[i] * column.size() + column.codes()[rows[i]];
            }
        }
        return codes;
    }

    private static void add(List<Coded> columns, Answers answers, int[] fold, RowsAtHand rows, RecipeBuilder builder) {
        DenseGroups groups = new DenseGroups(codes(columns, IntStream.range(0, rows.rows()).toArray()));
        GroupMeans means = new GroupMeans(groups.groupOfRow, groups.count(), answers, fold);
        double alpha = means.best(ALPHAS);
        String joined = String.join(" & ", columns.stream().map(Coded::column).toList());
        String code = builder.name(joined);
        List<String> inputs = columns.stream().map(column -> rows.codeColumn(column, builder)).toList();
        builder.jointStep(new Cross(inputs, Numbers.of(columns.stream().mapToDouble(Coded::size).toArray()), code));
        int[] known = IntStream.range(0, groups.count()).filter(group -> means.count(group) >= LEAST_ROWS).toArray();
        int outputs = answers.outputs();
        double[] table = new double[(known.length + 1) * (outputs + 1)];
        List<String> names = new ArrayList<>();
        double[][] training = new double[outputs + 1][];
        for (int k = 0; k < outputs; k++) {
            names.add(builder.name(joined + " target mean" + answers.suffix(k)));
            for (int i = 0; i < known.length; i++) {
                table[i * (outputs + 1) + k] = means.mean(k, known[i], alpha);
            }
            table[known.length * (outputs + 1) + k] = means.overall(k);
            training[k] = means.training(k, alpha, LARGE);
        }
        names.add(builder.name(joined + " count"));
        training[outputs] = new double[rows.rows()];
        for (int i = 0; i < known.length; i++) {
            table[i * (outputs + 1) + outputs] = Math.log1p(means.count(known[i]));
        }
        for (int row = 0; row < rows.rows(); row++) {
            int count = means.count(groups.groupOfRow[row]);
            training[outputs][row] = count >= LEAST_ROWS ? Math.log1p(count) : 0;
        }
        builder.jointStep(new CodeTable(code, Numbers.of(Arrays.stream(known).mapToDouble(group -> groups.keys[group]).toArray()),
                Numbers.of(table), names));
        JointFeatures.add(names, training, rows, builder);
    }
}
