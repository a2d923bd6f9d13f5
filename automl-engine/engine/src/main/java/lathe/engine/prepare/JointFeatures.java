package lathe.engine.prepare;

import java.util.List;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.Scale;

/// Hands features of joint steps over, scaled where the learner sums them up.
final class JointFeatures {

    private JointFeatures() { }

    /// @param training what the training rows see, shape names × n; changed where it is scaled
    static void add(List<String> names, double[][] training, RowsAtHand rows, RecipeBuilder builder) {
        if (!rows.forTrees()) {
            double[] means = new double[training.length];
            double[] deviations = new double[training.length];
            for (int i = 0; i < training.length; i++) {
                NumberFacts facts = NumberFacts.of(training[i]);
                means[i] = facts.mean;
                deviations[i] = facts.deviation > 0 ? facts.deviation : 1;
                for (int row = 0; row < training[i].length; row++) {
                    training[i][row] = (training[i][row] - means[i]) / deviations[i];
                }
            }
            builder.jointStep(new Scale(names, Numbers.of(means), Numbers.of(deviations)));
        }
        for (int i = 0; i < training.length; i++) {
            builder.feature(names.get(i));
            builder.trainingValues(names.get(i), training[i]);
        }
    }
}
