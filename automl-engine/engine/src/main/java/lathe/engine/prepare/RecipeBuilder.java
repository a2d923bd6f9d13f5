package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.scoring.Matrix;
import lathe.scoring.step.Clip;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.Impute;
import lathe.scoring.step.MissingFlag;
import lathe.scoring.step.MissingTokens;
import lathe.scoring.step.NormalRank;
import lathe.scoring.step.NumberLevels;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.Scale;
import lathe.scoring.step.SignedLog;
import lathe.scoring.step.YeoJohnson;

/// Collects what the steps of all columns leave behind and joins number steps of one kind into blocks.
///
/// Order of a fitted recipe: missing tokens, text steps, missing flags, levels of numbers, log, rank, power, clip, impute, scale, joint steps in the order given. Blocks keep a table of
/// 500 columns at a handful of fitted steps.
public final class RecipeBuilder {

    private final Set<String> names;
    private final boolean keepsMissing;
    private final List<FittedStep> textSteps = new ArrayList<>();
    private final List<FittedStep> jointSteps = new ArrayList<>();
    private final Map<List<String>, List<String>> tokenColumns = new LinkedHashMap<>();
    private final List<String> flagged = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final List<NormalRank> ranks = new ArrayList<>();
    private final Block levels = new Block();
    private final List<String> levelOutputs = new ArrayList<>();
    private final Block powers = new Block();
    private final Block clips = new Block();
    private final Block fills = new Block();
    private final Block scales = new Block();
    private final List<String> features = new ArrayList<>();
    private final Map<String, double[]> training = new HashMap<>();
    private final Set<String> numbered = new HashSet<>();

    /// Column names with one or two numbers each.
    private static final class Block {
        final List<String> columns = new ArrayList<>();
        final List<Double> first = new ArrayList<>();
        final List<Double> second = new ArrayList<>();

        void add(String column, double a, double b) {
            columns.add(column);
            first.add(a);
            second.add(b);
        }

        static Numbers numbers(List<Double> values) {
            return Numbers.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /// @param rawNames     names of the raw columns, which no derived column may take
    /// @param keepsMissing whether the learner finds out by itself where missing numbers belong
    public RecipeBuilder(List<String> rawNames, boolean keepsMissing) {
        names = new HashSet<>(rawNames);
        this.keepsMissing = keepsMissing;
    }

    /// For a learner that is given all rows as they are.
    public RecipeBuilder(List<String> rawNames) {
        this(rawNames, false);
    }

    boolean keepsMissing() {
        return keepsMissing;
    }

    /// A name no other column has, like the one wished for.
    public String name(String wish) {
        String name = wish;
        for (int i = 2; !names.add(name); i++) {
            name = wish + " (" + i + ")";
        }
        return name;
    }

    public void missingTokens(String column, List<String> tokens) {
        if (!tokens.isEmpty()) {
            tokenColumns.computeIfAbsent(List.copyOf(tokens), key -> new ArrayList<>()).add(column);
        }
    }

    public void textStep(FittedStep step) {
        textSteps.add(step);
    }

    /// A step that works on what the columns' own steps have made.
    public void jointStep(FittedStep step) {
        jointSteps.add(step);
    }

    /// A feature that tells where the column is missing.
    public void flag(String column, String wish) {
        String output = name(wish);
        flagged.add(column);
        flags.add(output);
        feature(output);
    }

    /// A feature that tells where the column equals a number.
    public void level(String column, double level, String wish) {
        String output = name(wish);
        levels.add(column, level, 0);
        levelOutputs.add(output);
        feature(output);
    }

    /// How many features of [#level] there are so far.
    public int levelCount() {
        return levelOutputs.size();
    }

    public void log(String column) {
        logged.add(column);
    }

    /// @param ranks of one column
    void rank(NormalRank ranks) {
        this.ranks.add(ranks);
    }

    /// @param lambda as in [YeoJohnson]
    public void power(String column, double lambda) {
        powers.add(column, lambda, 0);
    }

    public void clip(String column, double low, double high) {
        clips.add(column, low, high);
    }

    public void impute(String column, double fill) {
        fills.add(column, fill, 0);
    }

    public void scale(String column, double center, double scale) {
        scales.add(column, center, scale);
    }

    public void feature(String column) {
        features.add(column);
    }

    /// Takes features away again; the columns stay for whoever reads them.
    public void drop(Set<String> unwanted) {
        features.removeIf(unwanted::contains);
    }

    /// What the training rows see of a feature instead of what the fitted step would say: values from inner folds.
    public void trainingValues(String feature, double[] values) {
        training.put(feature, values);
    }

    /// Tells learners that the numbers of a feature are names of levels.
    public void numbersLevels(String feature) {
        numbered.add(feature);
    }

    public FittedRecipe build() {
        List<FittedStep> steps = new ArrayList<>();
        tokenColumns.forEach((tokens, columns) -> steps.add(new MissingTokens(columns, tokens)));
        steps.addAll(textSteps);
        if (!flagged.isEmpty()) {
            steps.add(new MissingFlag(flagged, flags));
        }
        if (!levelOutputs.isEmpty()) {
            steps.add(new NumberLevels(levels.columns, Block.numbers(levels.first), levelOutputs));
        }
        if (!logged.isEmpty()) {
            steps.add(new SignedLog(logged));
        }
        if (!ranks.isEmpty()) {
            steps.add(new NormalRank(ranks.stream().map(rank -> rank.columns().getFirst()).toList(),
                    ranks.stream().map(rank -> rank.knots().getFirst()).toList(),
                    ranks.stream().map(rank -> rank.belows().getFirst()).toList(),
                    ranks.stream().map(rank -> rank.aboves().getFirst()).toList()));
        }
        if (!powers.columns.isEmpty()) {
            steps.add(new YeoJohnson(powers.columns, Block.numbers(powers.first)));
        }
        if (!clips.columns.isEmpty()) {
            steps.add(new Clip(clips.columns, Block.numbers(clips.first), Block.numbers(clips.second)));
        }
        if (!fills.columns.isEmpty()) {
            steps.add(new Impute(fills.columns, Block.numbers(fills.first)));
        }
        if (!scales.columns.isEmpty()) {
            steps.add(new Scale(scales.columns, Block.numbers(scales.first), Block.numbers(scales.second)));
        }
        steps.addAll(jointSteps);
        return new FittedRecipe(steps, features);
    }

    /// Puts the inner-fold values into the matrix of the training rows.
    Matrix withTrainingValues(Matrix matrix) {
        double[][] columns = new double[matrix.width()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = training.getOrDefault(matrix.names().get(i), matrix.column(i));
        }
        return new Matrix(matrix.names(), columns, matrix.rows(), numbered);
    }
}
