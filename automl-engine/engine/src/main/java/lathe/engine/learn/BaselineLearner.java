package lathe.engine.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.Matrix;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Form;
import lathe.scoring.step.Numbers;

/// Class shares, or the mean (under a loss of quantiles that quantile): what can be said without looking at any feature.
public final class BaselineLearner implements Learner {

    @Override
    public String id() {
        return "baseline";
    }

    @Override
    public Preparation preparation() {
        return Preparation.NONE;
    }

    @Override
    public boolean keepsDirections() {
        return true;
    }

    @Override
    public boolean descendsLosses() {
        return true;
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of());
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return 1e-8 * shape.rows();
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        double total = target.totalWeight();
        double[] means = new double[target.outputs()];
        for (int row = 0; row < target.rows(); row++) {
            double share = target.weight(row) / total;
            if (target.task().isClassification()) {
                means[target.classIndex(row)] += share;
            } else {
                means[0] += share * target.value(row);
            }
        }
        if (hyperparameters.values().get(LossLearner.LOSS) instanceof String loss && !target.task().isClassification()) {
            AskedLoss asked = AskedLoss.parse(loss);
            double level = asked.isQuantile() ? asked.level() : asked.name().equals("absolute") ? 0.5 : 0;
            means[0] = level > 0 ? quantile(target, level) : means[0];
        }
        return new Constant(Numbers.of(means));
    }

    // The least value that so large a share of the weight does not exceed.
    private static double quantile(Target target, double level) {
        int[] order = IntStream.range(0, target.rows()).boxed().sorted(Comparator.comparingDouble(target::value))
                .mapToInt(Integer::intValue).toArray();
        double below = 0;
        for (int row : order) {
            below += target.weight(row);
            if (below >= level * target.totalWeight()) {
                return target.value(row);
            }
        }
        return Arrays.stream(target.toArray()).max().orElse(0);
    }
}
