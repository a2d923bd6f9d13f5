package lathe.engine.prepare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Task;

/// The numbers whose means are taken: the target itself, or for each class asked for 1 where the row is of that class.
final class Answers {

    private final List<Integer> outputs;
    private final boolean several;
    private final double[][] values;

    private Answers(List<Integer> outputs, boolean several, double[][] values) {
        this.outputs = outputs;
        this.several = several;
        this.values = values;
    }

    /// One answer is enough for two classes or a number; of many classes, the commonest.
    static Answers of(Target target, int mostClasses) {
        List<Integer> outputs = outputs(target, mostClasses);
        double[][] values = new double[outputs.size()][target.rows()];
        for (int k = 0; k < values.length; k++) {
            int output = outputs.get(k);
            for (int row = 0; row < target.rows(); row++) {
                values[k][row] = output < 0 ? target.value(row) : target.classIndex(row) == output ? 1 : 0;
            }
        }
        return new Answers(outputs, target.classCount() > 2, values);
    }

    /// What is left of answers, as answers of its own.
    static Answers of(Residuals residuals) {
        double[][] values = IntStream.range(0, residuals.outputs()).mapToObj(residuals::of).toArray(double[][]::new);
        return new Answers(IntStream.range(0, values.length).boxed().toList(), values.length > 1, values);
    }

    private static List<Integer> outputs(Target target, int mostClasses) {
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
                .limit(mostClasses).sorted().toList();
    }

    int outputs() {
        return values.length;
    }

    int rows() {
        return values[0].length;
    }

    double at(int output, int row) {
        return values[output][row];
    }

    /// The class asked for; the first output of a model that predicts a number.
    int output(int place) {
        return Math.max(0, outputs.get(place));
    }

    /// What is added to the name of a feature: the class, where there are several.
    String suffix(int output) {
        return several ? " " + outputs.get(output) : "";
    }
}
