package lathe.tests.bench;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Holdout;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.RowGroups;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;

/// A table divided into rows to learn from and rows to judge by.
///
/// @param positive index of the positive class of a binary task, otherwise −1
record BenchTable(String name, Table training, Target target, Table test, Target truth, int positive) {

    private static final double TEST_SHARE = 0.25;

    Metric metric() {
        return Metrics.defaultFor(target.task());
    }

    /// Divides the rows by lot, a quarter for judging, and thins both parts by lot.
    ///
    /// @param mostTraining more rows are not learnt from
    /// @param mostTest     more rows are not judged by
    static BenchTable divided(String name, Table features, Target target, int positive, Seed seed, int mostTraining, int mostTest) {
        Holdout split = Holdout.split(target, TEST_SHARE, RowGroups.each(target.rows()), seed);
        int[] training = thinned(split.train(), target, mostTraining, seed.child("training", 0));
        int[] test = thinned(split.holdout(), target, mostTest, seed.child("test", 0));
        return new BenchTable(name, features.select(training), target.select(training), features.select(test), target.select(test),
                positive);
    }

    private static int[] thinned(int[] rows, Target target, int most, Seed seed) {
        if (rows.length <= most) {
            return rows;
        }
        Target own = target.select(rows);
        int[] kept = Holdout.split(own, (double) most / rows.length, RowGroups.each(rows.length), seed).holdout();
        return Arrays.stream(kept).map(place -> rows[place]).toArray();
    }

    /// The target column's values; class labels in their order as texts.
    static Target target(Column column, Task task) {
        if (task == Task.REGRESSION && column instanceof NumberColumn numbers) {
            return Target.regression(numbers.values());
        }
        List<String> texts = texts(column);
        List<String> classes = List.copyOf(new TreeSet<>(texts));
        return Target.classes(texts.stream().mapToInt(classes::indexOf).toArray(), classes.size());
    }

    /// Index of a class label; −1 if there is none such.
    static int classIndex(Column column, String label) {
        return List.copyOf(new TreeSet<>(texts(column))).indexOf(label);
    }

    private static List<String> texts(Column column) {
        return IntStream.range(0, column.rows()).mapToObj(row -> column instanceof StringColumn strings
                ? strings.text(row) : Double.toString(((NumberColumn) column).value(row))).toList();
    }
}
