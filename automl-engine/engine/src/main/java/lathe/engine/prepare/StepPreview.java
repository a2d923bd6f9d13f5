package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// What a step makes of a column, shown on real rows.
///
/// @param step     id of the step fitted
/// @param features the features that come of it, at most [#MOST_FEATURES]
/// @param more     features beyond those
/// @param before   the column as it is
/// @param rows     the first rows
public record StepPreview(String step, List<Feature> features, int more, Spread before, List<Row> rows) {

    public static final int MOST_FEATURES = 40;

    /// @param spread how its values lie
    public record Feature(String name, Spread spread) { }

    /// @param before the cell; empty if missing
    /// @param after  value of each feature
    public record Row(String before, List<Double> after) {
        public Row {
            after = List.copyOf(after);
        }
    }

    public StepPreview {
        features = List.copyOf(features);
        rows = List.copyOf(rows);
    }

    /// What is to be previewed.
    ///
    /// @param target      column to predict; empty for none, then steps that read it see a target that is always the same
    /// @param column      the column prepared
    /// @param step        id of the step; empty for the automatic choice
    /// @param preparation the kind of learner
    public record Wish(String target, String column, String step, Preparation preparation) { }

    /// Fits the step on a sample of rows and applies it to them.
    ///
    /// @param rows rows to show
    /// @throws ProblemException if the step is unknown or not for that type of column
    static StepPreview of(RecipeFitter fitter, Table sample, Wish wish, int rows) {
        Field field = sample.schema().field(wish.column()).withRole(Role.FEATURE);
        Table alone = new Table(new Schema(List.of(field)), List.of(sample.column(wish.column())));
        int[] known = known(sample, wish.target());
        Target target = target(sample, wish.target(), known);
        Map<String, String> chosen = wish.step().isEmpty() ? Map.of() : Map.of(wish.column(), wish.step());
        RecipeFitter.Prepared prepared = fitter.fit(new Recipe(wish.preparation(), chosen), alone.select(known), target, new Seed(1));
        Matrix after = prepared.recipe().apply(alone);
        int shown = Math.min(MOST_FEATURES, after.width());
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            features.add(new Feature(after.names().get(i), Spread.of(after.column(i))));
        }
        String step = wish.step().isEmpty()
                ? StepChoice.of(alone, wish.column(), target.classCount(), wish.preparation()).step() : wish.step();
        return new StepPreview(step, features, after.width() - shown, spread(alone.column(wish.column())),
                rows(alone, after, shown, Math.min(rows, alone.rows())));
    }

    private static List<Row> rows(Table alone, Matrix after, int features, int count) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            int at = row;
            rows.add(new Row(text(alone.columns().getFirst(), row),
                    IntStream.range(0, features).mapToObj(feature -> after.at(at, feature)).toList()));
        }
        return rows;
    }

    private static String text(Column column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        return switch (column) {
            case NumberColumn numbers -> {
                String text = Double.toString(numbers.value(row));
                yield text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
            }
            case StringColumn texts -> texts.levels().get(texts.code(row));
        };
    }

    private static Spread spread(Column column) {
        return switch (column) {
            case NumberColumn numbers -> Spread.of(numbers.values());
            case StringColumn texts -> Spread.of(texts);
        };
    }

    private static int[] known(Table sample, String target) {
        if (sample.schema().find(target).isEmpty()) {
            return IntStream.range(0, sample.rows()).toArray();
        }
        Column column = sample.column(target);
        return IntStream.range(0, sample.rows()).filter(row -> !column.isMissing(row)).toArray();
    }

    // Good enough for a picture: texts and pairs of numbers are classes.
    private static Target target(Table sample, String name, int[] rows) {
        if (sample.schema().find(name).isEmpty()) {
            return Target.regression(new double[rows.length]);
        }
        return switch (sample.column(name)) {
            case NumberColumn numbers -> {
                double[] values = IntStream.of(rows).mapToDouble(numbers::value).toArray();
                double[] two = Arrays.stream(values).distinct().sorted().limit(3).toArray();
                yield two.length == 2
                        ? Target.classes(Arrays.stream(values).mapToInt(value -> value == two[0] ? 0 : 1).toArray(), 2)
                        : Target.regression(values);
            }
            case StringColumn texts -> {
                int[] codes = IntStream.of(rows).map(texts::code).toArray();
                int[] used = Arrays.stream(codes).distinct().sorted().toArray();
                yield used.length < 2 ? Target.regression(new double[rows.length])
                        : Target.classes(Arrays.stream(codes).map(code -> Arrays.binarySearch(used, code)).toArray(), used.length);
            }
        };
    }
}
