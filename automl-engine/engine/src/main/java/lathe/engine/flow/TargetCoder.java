package lathe.engine.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lathe.engine.data.NumberStyle;
import lathe.engine.learn.Target;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;

/// Turns the target column into answers, and decides what kind of task it is where nobody said.
///
/// Numbers mean regression unless there are only two, or at most [#FEW_NUMBERS] whole ones; everything else means classes.
/// Classes keep their text; they stand in numeric order if all are numbers, otherwise by code point. The positive class is
/// the one asked for, else `yes`, `true`, `1`, `y` or `positive`, else the rarer one.
final class TargetCoder {

    private static final int FEW_NUMBERS = 10;
    private static final int LEAST_ROWS = 10;
    private static final double LARGEST = 1e100;
    private static final double SMALLEST = 1e-100;
    private static final Set<String> POSITIVE = Set.of("yes", "true", "1", "y", "positive");

    private final Table table;
    private final String name;
    private final Column column;
    private final RowWeights weights;

    /// @throws ProblemException if there is no such column
    TargetCoder(Table table, String name, RowWeights weights) {
        this.table = table;
        this.weights = weights;
        this.name = name;
        if (table.schema().find(name).isEmpty()) {
            throw problem("target-unknown", "There is no column '%s' to predict; the table has %s."
                    .formatted(name, Sentences.list(table.schema().names(), 12)), "Name one of them with --target.");
        }
        this.column = table.column(name);
    }

    /// Of the rows that have an answer and count.
    ///
    /// @throws ProblemException if the target cannot be learnt: too few rows, one value only, or not what the task needs; or
    ///     if a weight is unusable
    TargetCoding code(Optional<Task> asked, Optional<String> positive) {
        int[] answered = IntStream.range(0, table.rows()).filter(row -> !column.isMissing(row)).toArray();
        if (answered.length == 0) {
            throw problem("target-missing", "The target '%s' is missing in all %d rows.".formatted(name, table.rows()),
                    "Choose a column that has values.");
        }
        weights.require(answered);
        int[] rows = Arrays.stream(answered).filter(weights::counts).toArray();
        if (rows.length < LEAST_ROWS) {
            throw problem("too-few-rows", "A model needs at least %d rows with a target, '%s' has %d."
                    .formatted(LEAST_ROWS, name, rows.length), "Add rows to the table.");
        }
        Map<String, Integer> counts = new HashMap<>();
        for (int row : rows) {
            counts.merge(text(row), 1, Integer::sum);
        }
        if (counts.size() == 1) {
            throw problem("target-constant", "The target '%s' has the same value in every row: %s."
                    .formatted(name, counts.keySet().iterator().next()), "Choose a column whose values differ.");
        }
        Task task = asked.orElseGet(() -> usual(counts));
        if (task == Task.REGRESSION) {
            return new TargetCoding(task, List.of(), -1, numbers(rows), rows);
        }
        return classes(task, rows, counts, positive);
    }

    private Task usual(Map<String, Integer> counts) {
        return usual(column, counts.keySet());
    }

    /// What a column of these values usually asks for.
    static Task usual(Column column, Set<String> values) {
        if (values.size() == 2) {
            return Task.BINARY;
        }
        if (column instanceof NumberColumn) {
            boolean whole = values.stream().noneMatch(text -> text.contains("."));
            return whole && values.size() <= FEW_NUMBERS ? Task.MULTICLASS : Task.REGRESSION;
        }
        return Task.MULTICLASS;
    }

    private Target numbers(int[] rows) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = switch (column) {
                case NumberColumn numbers -> numbers.value(rows[i]);
                case StringColumn strings -> number(strings.text(rows[i]));
            };
        }
        requireScale(values);
        return weights.weigh(Target.regression(values), rows);
    }

    // Squares of numbers beyond are infinite or 0, and every learner squares them.
    private void requireScale(double[] values) {
        DoubleSummaryStatistics all = Arrays.stream(values).summaryStatistics();
        double most = Math.max(Math.abs(all.getMin()), Math.abs(all.getMax()));
        if (most > LARGEST || all.getMax() - all.getMin() < SMALLEST) {
            throw problem("target-scale", "The target '%s' lies between %s and %s; its values must not exceed %s and must span at least %s."
                    .formatted(name, all.getMin(), all.getMax(), LARGEST, SMALLEST),
                    "Give it in another unit, or leave out rows that are mistakes.");
        }
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notOne) {
            throw new ProblemException(new Problem("target-not-numeric",
                    "Regression needs numbers, '%s' has the value '%s'.".formatted(name, text), "",
                    "Choose --task binary or multiclass, or another target."), notOne);
        }
    }

    private TargetCoding classes(Task task, int[] rows, Map<String, Integer> counts, Optional<String> positive) {
        List<String> classes = counts.keySet().stream().sorted(order(counts.keySet())).toList();
        if (task == Task.BINARY && classes.size() != 2) {
            throw problem("target-not-binary", "A binary task needs two classes, '%s' has %d: %s."
                    .formatted(name, classes.size(), Sentences.list(classes, 8)), "Choose --task multiclass.");
        }
        if (classes.size() > Math.max(2, Math.min(200, rows.length / 2))) {
            throw problem("too-many-classes", "'%s' has %d different values in %d rows, too many to be classes."
                    .formatted(name, classes.size(), rows.length), "Choose another target, or --task regression for numbers.");
        }
        Map<String, Integer> index = new HashMap<>();
        for (String text : classes) {
            index.put(text, index.size());
        }
        int[] indices = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            indices[i] = index.getOrDefault(text(rows[i]), 0);
        }
        Task settled = classes.size() == 2 ? Task.BINARY : Task.MULTICLASS;
        int positiveIndex = settled == Task.BINARY ? positive(classes, counts, positive) : -1;
        return new TargetCoding(settled, classes, positiveIndex, weights.weigh(Target.classes(indices, classes.size()), rows), rows);
    }

    private int positive(List<String> classes, Map<String, Integer> counts, Optional<String> asked) {
        if (asked.isPresent()) {
            int index = classes.indexOf(asked.get());
            if (index < 0) {
                throw problem("positive-unknown", "'%s' is not a class of '%s'; the classes are %s."
                        .formatted(asked.get(), name, Sentences.list(classes, 8)), "Name one of them with --positive.");
            }
            return index;
        }
        for (int i = 0; i < 2; i++) {
            if (POSITIVE.contains(classes.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return counts.getOrDefault(classes.get(0), 0) < counts.getOrDefault(classes.get(1), 0) ? 0 : 1;
    }

    /// The order of classes: of numbers if all are, otherwise by code point.
    static Comparator<String> order(Set<String> texts) {
        Map<String, Double> numbers = new TreeMap<>();
        for (String text : texts) {
            try {
                numbers.put(text, Double.parseDouble(text));
            } catch (NumberFormatException notAllAreNumbers) {
                return Comparator.naturalOrder();
            }
        }
        return Comparator.comparingDouble((String text) -> numbers.getOrDefault(text, 0.0))
                .thenComparing(Comparator.naturalOrder());
    }

    private String text(int row) {
        return text(column, row);
    }

    // A whole number is written without a point, as a person would write the class.
    static String text(Column column, int row) {
        return switch (column) {
            case StringColumn strings -> strings.text(row);
            case NumberColumn numbers -> NumberStyle.write(numbers.value(row));
        };
    }

    private static ProblemException problem(String code, String what, String remedy) {
        return new ProblemException(Problem.of(code, what, remedy));
    }
}
