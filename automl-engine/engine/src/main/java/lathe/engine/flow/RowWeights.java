package lathe.engine.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lathe.engine.learn.Target;
import lathe.engine.track.ColumnChoice;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Table;

/// How much each row counts, from the column whose role is weight; 1 where there is none.
///
/// A row of weight 0 is left out, as a row without an answer is. The others' weights are divided by their mean, so that
/// rules in rows, such as the least number in a leaf, keep their meaning.
final class RowWeights {

    private static final String REMEDY = "Correct the column, or give it another role.";

    private final String name;
    private final double[] weights;

    private RowWeights(String name, double[] weights) {
        this.name = name;
        this.weights = weights;
    }

    /// @param columns what was decided about columns, by name
    /// @throws ProblemException if more than one column is to weigh the rows, or it is not there, not numeric, or the target
    static RowWeights of(Table table, String target, Map<String, ColumnChoice> columns) {
        List<String> named = columns.entrySet().stream()
                .filter(entry -> entry.getValue().chosenRole().equals(Optional.of(Role.WEIGHT))).map(Map.Entry::getKey).toList();
        if (named.isEmpty()) {
            return new RowWeights("", new double[0]);
        }
        if (named.size() > 1) {
            throw problem("weights-two", "Rows can be weighted by one column, not by %s.".formatted(Sentences.list(named, 5)),
                    "Give the others another role.");
        }
        String name = named.getFirst();
        if (name.equals(target)) {
            throw problem("weight-is-target", "'%s' cannot weight the rows, it is the target.".formatted(name), "Choose another column.");
        }
        if (table.schema().find(name).isEmpty()) {
            throw problem("weight-unknown", "There is no column '%s' to weight the rows by; the table has %s."
                    .formatted(name, Sentences.list(table.schema().names(), 12)), "Name a column of the table.");
        }
        Column column = table.column(name);
        if (!(column instanceof NumberColumn numbers)) {
            throw problem("weight-not-numeric", "Weights must be numbers, and the column '%s' holds text.".formatted(name), REMEDY);
        }
        return new RowWeights(name, numbers.values());
    }

    boolean counts(int row) {
        return weights.length == 0 || weights[row] != 0;
    }

    /// @param rows of the table, those with an answer
    /// @throws ProblemException if a row's weight is missing, negative or infinite, or none is above 0
    void require(int[] rows) {
        if (weights.length == 0) {
            return;
        }
        int[] wrong = Arrays.stream(rows).filter(row -> !(weights[row] >= 0 && weights[row] < Double.POSITIVE_INFINITY)).toArray();
        if (wrong.length > 0) {
            double first = weights[wrong[0]];
            throw problem("weight-unusable", "Every row needs a weight of at least 0; in '%s' row %d %s%s.".formatted(name, wrong[0] + 1,
                    Double.isNaN(first) ? "has none" : "has " + first, wrong.length == 1 ? "" : ", and %d more".formatted(wrong.length - 1)), REMEDY);
        }
        if (Arrays.stream(rows).noneMatch(row -> weights[row] > 0)) {
            throw problem("weights-zero", "The weight '%s' is 0 in every row.".formatted(name), REMEDY);
        }
    }

    /// @param target answers of these rows, each of which counts
    Target weigh(Target target, int[] rows) {
        double[] own = Arrays.stream(rows).mapToDouble(row -> weights.length == 0 ? 1 : weights[row]).toArray();
        double mean = Arrays.stream(own).average().orElse(1);
        boolean even = Arrays.stream(own).allMatch(weight -> weight == own[0]);
        return even ? target : target.weighted(Arrays.stream(own).map(weight -> Math.max(Double.MIN_NORMAL, weight / mean)).toArray());
    }

    private static ProblemException problem(String code, String what, String remedy) {
        return new ProblemException(Problem.of(code, what, remedy));
    }
}
