package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;

/// The mean of the target for each level, drawn towards the overall mean where rows are few; for classes, the share of
/// each class. Training rows get the mean of other rows (5 inner folds), so no row sees its own answer. How strongly small
/// levels are drawn is chosen for each column by the squared loss of what its own rows are told.
///
/// Source: D. Micci-Barreca, "A preprocessing scheme for high-cardinality categorical attributes", SIGKDD Explorations
/// 3 (2001); inner folds after Pargent et al., arXiv 2104.00629.
///
/// @param smoothing rows the overall mean counts as; NaN if it is chosen for the column
public record TargetMeanStep(double smoothing) implements Step {

    private static final StepParameter SMOOTHING = StepParameter.number("smoothing", 0.01, 100_000, "",
            "Rows the overall mean counts as beside those of a value: the more, the less rare values stand out (chosen by itself for each column).");

    private static final int MOST_CLASSES = 10;
    private static final double USUAL_ALPHA = 10;
    private static final double[] ALPHAS = {USUAL_ALPHA, 0.5, 1, 2, 5, 50, 250, 1000};
    /// Of fewer rows the losses say little.
    private static final int ROWS_TO_CHOOSE = 200;

    /// As it is usual.
    public TargetMeanStep() {
        this(Double.NaN);
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(SMOOTHING);
    }

    @Override
    public Step with(StepWish wish) {
        return new TargetMeanStep(SMOOTHING.number(wish));
    }

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
        fit(column, new LevelCounts(column.strings()), builder);
    }

    void fit(ColumnAtHand column, LevelCounts counts, RecipeBuilder builder) {
        if (counts.variety() < 2) {
            return;
        }
        int rows = column.values().rows();
        int[] groupOfRow = new int[rows];   // last group: missing
        for (int row = 0; row < rows; row++) {
            int code = column.strings().code(row);
            groupOfRow[row] = code < 0 ? counts.levels.size() : counts.levelOfCode[code];
        }
        Answers answers = Answers.of(column.target(), MOST_CLASSES);
        int[] fold = GroupMeans.innerFolds(rows, column.seed().child("target_mean", 0).random());
        GroupMeans means = new GroupMeans(groupOfRow, counts.levels.size() + 1, answers, fold);
        double chosen = rows < ROWS_TO_CHOOSE ? USUAL_ALPHA : means.best(ALPHAS);
        double alpha = Double.isNaN(smoothing) ? chosen : smoothing;
        for (int output = 0; output < answers.outputs(); output++) {
            addOutput(column, builder, counts, new Told(means, output, alpha, answers.suffix(output)));
        }
        addCount(column, builder, counts);
    }

    private record Told(GroupMeans means, int output, double alpha, String suffix) {
        double of(int group) {
            return means.mean(output, group, alpha);
        }
    }

    private static void addOutput(ColumnAtHand column, RecipeBuilder builder, LevelCounts counts, Told told) {
        String name = builder.name(column.field().name() + " target mean" + told.suffix());
        List<String> texts = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int level = 0; level < counts.levels.size(); level++) {
            for (String spelling : counts.levels.get(level).spellings()) {
                texts.add(spelling);
                values.add(told.of(level));
            }
        }
        double overall = told.means().overall(told.output());
        double missing = counts.missing > 0 ? told.of(counts.levels.size()) : overall;
        builder.textStep(new Lookup(column.field().name(), texts,
                Numbers.of(values.stream().mapToDouble(Double::doubleValue).toArray()), missing, overall, name));
        addFeature(column, builder, name, told.means().training(told.output(), told.alpha()));
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
}
