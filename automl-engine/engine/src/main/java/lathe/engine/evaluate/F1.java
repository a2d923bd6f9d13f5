package lathe.engine.evaluate;

import lathe.scoring.Task;

/// Harmonic mean of precision and recall: of the positive class for two classes, otherwise the mean over all classes
/// that occur in the truth or in the labels.
///
/// A class with rows but without a right label counts 0. Rows with neither true nor given positives do not define it;
/// scikit-learn says 0 there.
public final class F1 extends ConfusionMetric {

    @Override
    public String id() {
        return "f1";
    }

    @Override
    public boolean supports(Task task) {
        return task.isClassification();
    }

    @Override
    double of(LabelledWeight rows, int positive) {
        if (rows.classes() == 2) {
            return ofClass(rows, positive);
        }
        double sum = 0;
        int present = 0;
        for (int c = 0; c < rows.classes(); c++) {
            double value = ofClass(rows, c);
            if (!Double.isNaN(value)) {
                sum += value;
                present++;
            }
        }
        return present == 0 ? Double.NaN : sum / present;
    }

    private static double ofClass(LabelledWeight rows, int c) {
        double either = rows.ofTruth(c) + rows.ofLabel(c);
        return either == 0 ? Double.NaN : 2 * rows.of(c, c) / either;
    }
}
