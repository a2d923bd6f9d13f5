package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.FieldType;
import lathe.scoring.Task;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;

/// The mean of the target for each level, drawn towards the overall mean where rows are few; for classes, the share of
/// each class. Training rows get the mean of other rows (5 inner folds), so no row sees its own answer.
///
/// Source: D. Micci-Barreca, "A preprocessing scheme for high-cardinality categorical attributes", SIGKDD Explorations
/// 3 (2001); inner folds after Pargent et al., arXiv 2104.00629.
public record TargetMeanStep() implements Step {

    private static final double SMOOTHING = 10;
    private static final int INNER_FOLDS = 5;
    private static final int MOST_CLASSES = 10;

    @Override
    public String id() {
        return "target_mean";
    }

    @Override
    public String description() {
        return "The target's mean for each value: for columns of many values.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.CATEGORY;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        LevelCounts counts = new LevelCounts(column.strings());
        if (counts.variety() < 2) {
            return;
        }
        int rows = column.values().rows();
        int[] groupOfRow = new int[rows];   // last group: missing
        for (int row = 0; row < rows; row++) {
            int code = column.strings().code(row);
            groupOfRow[row] = code < 0 ? counts.levels.size() : counts.levelOfCode[code];
        }
        int[] fold = innerFolds(rows, column.seed().child("target_mean", 0).random());
        for (int output : outputs(column.target())) {
            addOutput(column, builder, counts, groupOfRow, new Answers(column.target(), output, fold));
        }
        addCount(column, builder, counts);
    }

    // One answer is enough for two classes or a number; of many classes, the commonest.
    private static List<Integer> outputs(Target target) {
        if (target.task() == Task.REGRESSION) {
            return List.of(-1);
        }
        if (target.classCount() == 2) {
            return List.of(1);
        }
        int[] rows = new int[target.classCount()];
        for (int row = 0; row < target.rows(); row++) {
            rows[target.classIndex(row)]++;
        }
        return IntStream.range(0, rows.length).boxed()
                .sorted(Comparator.comparingInt((Integer k) -> rows[k]).reversed().thenComparing(k -> k))
                .limit(MOST_CLASSES).sorted().toList();
    }

    /// The numbers whose mean is taken: the target, or 1 where it is the class asked for.
    private record Answers(Target target, int output, int[] fold) {
        double of(int row) {
            return output < 0 ? target.value(row) : target.classIndex(row) == output ? 1 : 0;
        }
    }

    private static void addOutput(ColumnAtHand column, RecipeBuilder builder, LevelCounts counts, int[] groupOfRow,
            Answers answers) {
        String suffix = answers.output() < 0 || answers.target().classCount() == 2 ? "" : " " + answers.output();
        String name = builder.name(column.field().name() + " target mean" + suffix);
        double[] means = means(groupOfRow, counts.levels.size() + 1, answers, -1);
        List<String> texts = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int level = 0; level < counts.levels.size(); level++) {
            for (String spelling : counts.levels.get(level).spellings()) {
                texts.add(spelling);
                values.add(means[level]);
            }
        }
        double overall = means[means.length - 1];
        double missing = counts.missing > 0 ? means[counts.levels.size()] : overall;
        builder.textStep(new Lookup(column.field().name(), texts,
                Numbers.of(values.stream().mapToDouble(Double::doubleValue).toArray()), missing, overall, name));
        double[] training = new double[groupOfRow.length];
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            double[] others = means(groupOfRow, counts.levels.size() + 1, answers, fold);
            for (int row = 0; row < training.length; row++) {
                if (answers.fold()[row] == fold) {
                    training[row] = others[groupOfRow[row]];
                }
            }
        }
        addFeature(column, builder, name, training);
    }

    private static void addFeature(ColumnAtHand column, RecipeBuilder builder, String name, double[] training) {
        if (!column.forTrees()) {
            NumberFacts facts = NumberFacts.of(training);
            double deviation = facts.deviation > 0 ? facts.deviation : 1;
            builder.scale(name, facts.mean, deviation);
            for (int row = 0; row < training.length; row++) {
                training[row] = (training[row] - facts.mean) / deviation;
            }
        }
        builder.feature(name);
        builder.trainingValues(name, training);
    }

    // How common a level is says something of its own, to trees at least.
    private static void addCount(ColumnAtHand column, RecipeBuilder builder, LevelCounts counts) {
        boolean alike = counts.levels.stream().mapToInt(LevelCounts.Level::count).distinct().count() == 1;
        if (!column.forTrees() || alike && counts.missing == 0) {
            return;
        }
        List<String> texts = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (LevelCounts.Level level : counts.levels) {
            for (String spelling : level.spellings()) {
                texts.add(spelling);
                values.add((double) level.count());
            }
        }
        String name = builder.name(column.field().name() + " count");
        builder.textStep(new Lookup(column.field().name(), texts,
                Numbers.of(values.stream().mapToDouble(Double::doubleValue).toArray()), counts.missing, 0, name));
        builder.feature(name);
    }

    // Smoothed mean of each group over rows outside a fold; one more at the end: the overall mean.
    private static double[] means(int[] groupOfRow, int groups, Answers answers, int leftOut) {
        double[] sums = new double[groups + 1];
        double[] rows = new double[groups + 1];
        for (int row = 0; row < groupOfRow.length; row++) {
            if (answers.fold()[row] != leftOut) {
                sums[groupOfRow[row]] += answers.of(row);
                rows[groupOfRow[row]]++;
                sums[groups] += answers.of(row);
                rows[groups]++;
            }
        }
        double overall = rows[groups] == 0 ? 0 : sums[groups] / rows[groups];
        double[] means = new double[groups + 1];
        for (int group = 0; group <= groups; group++) {
            means[group] = (sums[group] + SMOOTHING * overall) / (rows[group] + SMOOTHING);
        }
        means[groups] = overall;
        return means;
    }

    private static int[] innerFolds(int rows, RandomGenerator random) {
        int[] fold = new int[rows];
        for (int row = 0; row < rows; row++) {
            fold[row] = random.nextInt(INNER_FOLDS);
        }
        return fold;
    }
}
