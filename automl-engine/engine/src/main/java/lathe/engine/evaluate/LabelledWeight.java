package lathe.engine.evaluate;

/// How much the rows of each class that were given each class weigh; their number where every row weighs 1.
final class LabelledWeight {

    private final int classes;
    private final double[] cells;   // truth by truth: truth * classes + given

    LabelledWeight(int classes) {
        this.classes = classes;
        this.cells = new double[classes * classes];
    }

    void add(int cell, double weight) {
        cells[cell] += weight;
    }

    int classes() {
        return classes;
    }

    /// Of the rows of class `truth` that were given class `label`.
    double of(int truth, int label) {
        return cells[truth * classes + label];
    }

    double ofTruth(int truth) {
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += of(truth, label);
        }
        return sum;
    }

    double ofLabel(int label) {
        double sum = 0;
        for (int truth = 0; truth < classes; truth++) {
            sum += of(truth, label);
        }
        return sum;
    }
}
