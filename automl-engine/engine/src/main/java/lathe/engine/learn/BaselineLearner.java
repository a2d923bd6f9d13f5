package lathe.engine.learn;

import java.util.List;
import lathe.scoring.Matrix;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Form;
import lathe.scoring.step.Numbers;

/// Class shares, or the mean: what can be said without looking at any feature.
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
        return new Constant(Numbers.of(means));
    }
}
