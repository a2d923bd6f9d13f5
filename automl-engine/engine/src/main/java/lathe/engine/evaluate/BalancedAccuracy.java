package lathe.engine.evaluate;

import lathe.scoring.Task;

/// Mean over the classes of the share of their rows whose label is right; classes without rows are left out.
public final class BalancedAccuracy extends ConfusionMetric {

    @Override
    public String id() {
        return "balanced_accuracy";
    }

    @Override
    public boolean supports(Task task) {
        return task.isClassification();
    }

    @Override
    double of(LabelledWeight rows, int positive) {
        double sum = 0;
        int present = 0;
        for (int c = 0; c < rows.classes(); c++) {
            double own = rows.ofTruth(c);
            if (own > 0) {
                sum += rows.of(c, c) / own;
                present++;
            }
        }
        return present == 0 ? Double.NaN : sum / present;
    }
}
