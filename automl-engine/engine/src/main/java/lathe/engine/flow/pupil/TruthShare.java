package lathe.engine.flow.pupil;

import java.util.Arrays;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// How much the truth of a real row counts beside its teacher's answer.
///
/// Where the target is noisy, one row's truth is mostly chance and the answer the better lesson; where the teacher is nearly
/// right, what it leaves is mostly its own error. So the truth counts as the square of the share that the teacher explains out
/// of fold: of the variance, or of the uncertainty of classes (D. McFadden, "Conditional logit analysis", 1974). Figures are in
/// docs/benchmarks.md, "Quick answers".
public final class TruthShare {

    private static final double LEAST_PROBABILITY = 1e-6;

    private TruthShare() { }

    /// @param truth     of the out-of-fold rows
    /// @param outOfFold the teacher's answers for them
    /// @return from 0 to 1
    public static double of(Target truth, Predictions outOfFold) {
        double explained = truth.task() == Task.REGRESSION ? ofVariance(truth, outOfFold) : ofUncertainty(truth, outOfFold);
        return explained > 0 ? Math.min(1, explained * explained) : 0;
    }

    private static double ofVariance(Target truth, Predictions outOfFold) {
        double mean = IntStream.range(0, truth.rows()).mapToDouble(truth::value).average().orElse(0);
        double all = 0;
        double left = 0;
        for (int row = 0; row < truth.rows(); row++) {
            all += (truth.value(row) - mean) * (truth.value(row) - mean);
            left += (truth.value(row) - outOfFold.at(row, 0)) * (truth.value(row) - outOfFold.at(row, 0));
        }
        return all > 0 ? 1 - left / all : 0;
    }

    private static double ofUncertainty(Target truth, Predictions outOfFold) {
        double[] counts = new double[truth.classCount()];
        double left = 0;
        for (int row = 0; row < truth.rows(); row++) {
            int own = truth.classIndex(row);
            counts[own]++;
            left -= Math.log(Math.max(LEAST_PROBABILITY, outOfFold.at(row, own)));
        }
        double all = -Arrays.stream(counts).filter(count -> count > 0).map(count -> count * Math.log(count / truth.rows())).sum();
        return all > 0 ? 1 - left / all : 0;
    }
}
