package lathe.engine.learn.linear;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.engine.learn.algebra.Dots;
import lathe.engine.learn.algebra.Standardised;
import lathe.scoring.Matrix;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.Numbers;

/// Features and a numeric target with mean 0 and deviation 1, and the way back to their own units.
final class UnitRows {

    private final Standardised table;
    private final double[] values;
    private final double[] weights;
    private final double total;
    private final double mean;
    private final double deviation;
    private final Link link;

    private UnitRows(Standardised table, Target target, TargetScale scale) {
        this.table = table;
        this.weights = target.weights();
        this.total = target.totalWeight();
        this.mean = Dots.of(weights, scale.values()) / total;
        double[] squares = Arrays.stream(scale.values()).map(y -> (y - mean) * (y - mean)).toArray();
        double variance = Dots.of(weights, squares) / total;
        this.deviation = variance > 0 ? Math.sqrt(variance) : 1;
        this.values = Arrays.stream(scale.values()).map(y -> (y - mean) / deviation).toArray();
        this.link = scale.link();
    }

    static UnitRows of(FitRows rows, String targetChoice) {
        return new UnitRows(Standardised.of(rows.columns(), rows.target().weights()), rows.target(), TargetScale.of(rows.target(), targetChoice));
    }

    /// Fewer rows the more features there are, so that n × p² stays at `products`.
    static FitRows thinned(double products, Matrix features, Target target, FitContext context) {
        goOn(context);
        return FitRows.atMost(rows(products, features.width()), features, target, context.seed());
    }

    static int rows(double products, int features) {
        return (int) Math.clamp(products / ((double) features * features + 1), 2_000, 100_000);
    }

    static Optional<String> refusal(DataShape shape, int mostFeatures) {
        return shape.refusedWithClasses().or(() -> shape.refusedAboveFeatures(mostFeatures));
    }

    /// @throws CancellationException if time is up
    static boolean goOn(FitContext context) {
        if (context.mustStop()) {
            throw new CancellationException("time was up before the fit ended");
        }
        return true;
    }

    int rows() {
        return values.length;
    }

    int width() {
        return table.width();
    }

    double[][] columns() {
        return table.columns();
    }

    /// Callers must not write to it.
    double[] values() {
        return values;
    }

    /// How much each row counts; callers must not write to it.
    double[] weights() {
        return weights;
    }

    double totalWeight() {
        return total;
    }

    double[] ones() {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// The answer of weights on the unit scale, row by row.
    double[] sums(double[] weights, double bias) {
        double[] sums = new double[values.length];
        Arrays.fill(sums, bias);
        for (int feature = 0; feature < weights.length; feature++) {
            double[] column = table.columns()[feature];
            for (int row = 0; row < sums.length; row++) {
                sums[row] += weights[feature] * column[row];
            }
        }
        return sums;
    }

    Linear form(double[] weights, double bias) {
        double[] raw = new double[weights.length];
        double end = mean + deviation * bias;
        for (int feature = 0; feature < raw.length; feature++) {
            raw[feature] = deviation * weights[feature] * table.scale(feature);
            end -= raw[feature] * table.centre(feature);
        }
        return new Linear(Numbers.of(raw), Numbers.of(end), link);
    }
}
