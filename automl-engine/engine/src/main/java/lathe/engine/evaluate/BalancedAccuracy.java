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
    double of(ConfusionTable table, int positive) {
        double sum = 0;
        int present = 0;
        for (int c = 0; c < table.classes(); c++) {
            long rows = table.ofTruth(c);
            if (rows > 0) {
                sum += (double) table.count(c, c) / rows;
                present++;
            }
        }
        return present == 0 ? Double.NaN : sum / present;
    }
}
