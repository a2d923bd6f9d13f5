package lathe.engine.adapter.smile;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.learn.TargetScale;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.Numbers;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.ValueVector;
import smile.regression.LinearModel;

/// A table as Smile's linear regressions get it: every column and the target with mean 0 and deviation 1.
///
/// So one penalty means the same whether prices are in cents or in millions. Smile refuses constant columns; they are left
/// out and get no weight.
final class UnitTable {

    static final Formula FORMULA = Formula.lhs("y");

    private final int width;
    private final List<Unit> features = new ArrayList<>();
    private final Unit target;
    private final DataFrame frame;

    /// What a column was moved and divided by.
    private record Unit(int feature, double mean, double deviation) {

        static Unit of(int feature, double[] column) {
            double mean = TargetScale.mean(column);
            double squares = 0;
            for (double value : column) {
                squares += (value - mean) * (value - mean);
            }
            return new Unit(feature, mean, Math.sqrt(squares / column.length));
        }

        boolean varies() {
            return deviation > 1e-12 * Math.abs(mean);
        }

        double[] apply(double[] column) {
            double[] scaled = new double[column.length];
            for (int row = 0; row < scaled.length; row++) {
                scaled[row] = (column[row] - mean) / deviation;
            }
            return scaled;
        }
    }

    UnitTable(double[][] columns, double[] values) {
        width = columns.length;
        target = Unit.of(-1, values);
        List<ValueVector> vectors = new ArrayList<>();
        vectors.add(new DoubleVector("y", target.varies() ? target.apply(values) : new double[values.length]));
        for (int feature = 0; feature < width; feature++) {
            Unit unit = Unit.of(feature, columns[feature]);
            if (unit.varies()) {
                features.add(unit);
                vectors.add(new DoubleVector("x" + feature, unit.apply(columns[feature])));
            }
        }
        frame = new DataFrame(vectors.toArray(ValueVector[]::new));
    }

    /// Whether there is anything to learn: a target and a feature that vary.
    boolean isWorthFitting() {
        return target.varies() && !features.isEmpty();
    }

    /// A quadratic penalty for Smile, which scales columns once more, to deviations that divide by n − 1.
    double quadratic(double penalty) {
        return penalty * (frame.nrow() - 1) / frame.nrow();
    }

    /// An absolute penalty for Smile, likewise.
    double absolute(double penalty) {
        return penalty * Math.sqrt((frame.nrow() - 1.0) / frame.nrow());
    }

    DataFrame frame() {
        return frame;
    }

    /// The mean for every row.
    Linear constant(Link link) {
        return new Linear(Numbers.of(new double[width]), Numbers.of(target.mean), link);
    }

    /// The model in the columns' own units.
    Linear form(LinearModel model, Link link) {
        double[] weights = new double[width];
        double bias = target.mean + target.deviation * model.intercept();
        for (int i = 0; i < features.size(); i++) {
            Unit unit = features.get(i);
            weights[unit.feature] = model.coefficients().get(i) * target.deviation / unit.deviation;
            bias -= weights[unit.feature] * unit.mean;
        }
        return new Linear(Numbers.of(weights), Numbers.of(bias), link);
    }
}
