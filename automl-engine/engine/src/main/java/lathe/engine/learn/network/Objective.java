package lathe.engine.learn.network;

import java.util.Arrays;
import lathe.engine.learn.Target;
import lathe.scoring.Task;
import lathe.scoring.form.Link;

/// What training drives down: log loss with smoothed labels, or the squared error of the standardised target.
final class Objective {

    private static final float LEAST = 1e-7f;

    private final Task task;
    private final int sums;
    private final float smoothing;
    private final float[] answers;
    private final float[] weights;
    final double mean;
    final double deviation;
    final double low;
    final double high;

    /// @param values    of a regression target on the scale it is learnt on; not read for classes
    /// @param smoothing share of each label that is spread over all classes
    Objective(Target target, double[] values, double smoothing) {
        task = target.task();
        sums = task == Task.MULTICLASS ? target.classCount() : 1;
        this.smoothing = (float) smoothing;
        answers = new float[target.rows()];
        weights = new float[answers.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) target.weight(row);
        }
        double sum = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < answers.length; row++) {
            double value = task.isClassification() ? target.classIndex(row) : values[row];
            sum += value / answers.length;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        for (int row = 0; row < answers.length; row++) {
            double value = task.isClassification() ? target.classIndex(row) : values[row];
            squares += (value - sum) * (value - sum) / answers.length;
        }
        mean = sum;
        deviation = squares > 0 && !task.isClassification() ? Math.sqrt(squares) : 1;
        low = least;
        high = most;
        for (int row = 0; row < answers.length; row++) {
            answers[row] = task.isClassification() ? target.classIndex(row) : (float) ((values[row] - mean) / deviation);
        }
    }

    int sums() {
        return sums;
    }

    Link link() {
        return task == Task.MULTICLASS ? Link.SOFTMAX : task == Task.BINARY ? Link.LOGISTIC : Link.IDENTITY;
    }

    /// Raw sums that answer with the classes' shares, or the mean.
    float[] start() {
        float[] start = new float[sums];
        double[] counts = new double[Math.max(2, sums)];
        Arrays.fill(counts, 1);
        if (task == Task.REGRESSION) {
            return start;
        }
        double total = 0;
        for (int row = 0; row < answers.length; row++) {
            counts[(int) answers[row]] += weights[row];
            total += weights[row];
        }
        if (task == Task.BINARY) {
            start[0] = (float) Math.log(counts[1] / counts[0]);
            return start;
        }
        for (int i = 0; i < sums; i++) {
            start[i] = (float) Math.log(counts[i] / total);
        }
        return start;
    }

    /// Sets d to the gradient of the mean weighted loss of a batch by its raw sums, times a factor.
    void gradient(float[] raw, int[] rows, int from, int count, float[] d, float factor) {
        float each = factor / count;
        if (task == Task.REGRESSION) {
            for (int i = 0; i < count; i++) {
                d[i] = each * weights[rows[from + i]] * (raw[i] - answers[rows[from + i]]);
            }
        } else if (task == Task.BINARY) {
            for (int i = 0; i < count; i++) {
                float wanted = answers[rows[from + i]] * (1 - smoothing) + smoothing / 2;
                d[i] = each * weights[rows[from + i]] * (1 / (1 + Bend.exp(-raw[i])) - wanted);
            }
        } else {
            Arrays.fill(d, 0, count * sums, 0);
            addShares(raw, count, d, each);
            float spread = each * smoothing / sums;
            for (int i = 0; i < count * sums; i++) {
                d[i] -= spread;
            }
            for (int i = 0; i < count; i++) {
                d[i * sums + (int) answers[rows[from + i]]] -= each * (1 - smoothing);
                for (int sum = i * sums; sum < (i + 1) * sums; sum++) {
                    d[sum] *= weights[rows[from + i]];
                }
            }
        }
    }

    /// Adds the answers behind the raw sums to others, shape count × sums: shares of classes, or values.
    void addAnswers(float[] raw, int count, float[] into, float factor) {
        switch (task) {
            case REGRESSION -> {
                for (int i = 0; i < count; i++) {
                    into[i] += factor * raw[i];
                }
            }
            case BINARY -> {
                for (int i = 0; i < count; i++) {
                    into[i] += factor / (1 + Bend.exp(-raw[i]));
                }
            }
            case MULTICLASS -> addShares(raw, count, into, factor);
        }
    }

    private void addShares(float[] raw, int count, float[] into, float factor) {
        for (int from = 0; from < count * sums; from += sums) {
            float most = raw[from];
            for (int i = 1; i < sums; i++) {
                most = Math.max(most, raw[from + i]);
            }
            float total = 0;
            for (int i = 0; i < sums; i++) {
                total += Bend.exp(raw[from + i] - most);
            }
            for (int i = 0; i < sums; i++) {
                into[from + i] += factor / total * Bend.exp(raw[from + i] - most);
            }
        }
    }

    /// Sum over rows of weight times the log loss or squared error of answers, labels not smoothed.
    double loss(float[] given, int[] rows, int from, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            float answer = answers[rows[from + i]];
            sum += weights[rows[from + i]] * switch (task) {
                case REGRESSION -> (given[i] - answer) * (given[i] - answer);
                case BINARY -> -Math.log(Math.max(LEAST, answer > 0 ? given[i] : 1 - given[i]));
                case MULTICLASS -> -Math.log(Math.max(LEAST, given[i * sums + (int) answer]));
            };
        }
        return sum;
    }
}
