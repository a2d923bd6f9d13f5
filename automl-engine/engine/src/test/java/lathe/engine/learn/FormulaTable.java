package lathe.engine.learn;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.builtin.ToyTable;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// A table given by formulas, so that other programs can be asked about the same one.
///
/// x0 = sin(i + 1), x1 = 3 cos(2 i) + 1, x2 = (7 i mod 11) / 2, y = 1 + 2 x0 − x1 + x2 / 2 + 0.3 sin(5 i), i = 0 … 23.
public final class FormulaTable {

    private static final int N = 24;
    private static final int[] TWO_CLASSES = {0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1};
    private static final int[] THREE_CLASSES = {0, 2, 2, 0, 1, 0, 1, 2, 2, 0, 0, 2, 1, 1, 2, 1, 0, 2, 2, 0, 2, 1, 0, 1};

    private FormulaTable() { }

    public static Matrix features() {
        double[][] columns = new double[3][N];
        for (int i = 0; i < N; i++) {
            columns[0][i] = Math.sin(i + 1.0);
            columns[1][i] = 3 * Math.cos(2.0 * i) + 1;
            columns[2][i] = (i * 7 % 11) / 2.0;
        }
        return new Matrix(List.of("x0", "x1", "x2"), columns, N);
    }

    public static Target numbers() {
        Matrix x = features();
        return Target.regression(IntStream.range(0, N)
                .mapToDouble(i -> 1 + 2 * x.at(i, 0) - x.at(i, 1) + 0.5 * x.at(i, 2) + 0.3 * Math.sin(5.0 * i)).toArray());
    }

    public static Target twoClasses() {
        return Target.classes(TWO_CLASSES, 2);
    }

    public static Target threeClasses() {
        return Target.classes(THREE_CLASSES, 3);
    }

    /// Fits with defaults but for these changes.
    public static Form fit(Learner learner, Target target, Map<String, Object> changes) {
        DataShape shape = new DataShape(target.task(), target.classCount(), N, 3);
        return learner.fit(features(), target, learner.space(shape).with(changes), ToyTable.calm(1));
    }
}
