package lathe.engine.flow;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Table;

/// Answers for the fold plan's validation rows, each by the model of its fold.
final class OutOfFold {

    private OutOfFold() { }

    /// Answers rows.
    interface Model {
        Predictions predict(Table rows);
    }

    /// @param ofFold model of each fold
    /// @return in the order of [FoldPlan#validated]
    static Predictions of(PreparedRun run, IntFunction<Model> ofFold) {
        FoldPlan folds = run.search().folds();
        int width = run.signature().outputs();
        int[] validated = folds.validated();
        double[] values = new double[validated.length * width];
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] rows = folds.validation(fold);
            double[] own = ofFold.apply(fold).predict(run.search().table().select(rows)).values();
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(own, i * width, values, Arrays.binarySearch(validated, rows[i]) * width, width);
            }
        }
        return new Predictions(width, values);
    }

    /// The metric on the validation rows of each fold.
    static List<Double> foldValues(PreparedRun run, Metric metric, Predictions outOfFold) {
        int[] validated = run.search().folds().validated();
        return IntStream.range(0, run.search().folds().count()).mapToObj(fold -> {
            int[] rows = run.search().folds().validation(fold);
            int[] places = IntStream.of(rows).map(row -> Arrays.binarySearch(validated, row)).toArray();
            return metric.compute(run.search().target().select(rows), outOfFold.select(places), run.signature().positive());
        }).toList();
    }

    static Target truth(PreparedRun run) {
        return run.search().target().select(run.search().folds().validated());
    }
}
