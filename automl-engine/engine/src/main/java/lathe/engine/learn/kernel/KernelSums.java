package lathe.engine.learn.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.form.Form;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.Numbers;

/// Collects the sums of a [Kernel] and keeps only the rows that some sum needs.
final class KernelSums {

    private final ComparedRows rows;
    private final Kernel.Similarity similarity;
    private final List<double[]> coefficients = new ArrayList<>();
    private final List<Double> biases = new ArrayList<>();

    KernelSums(ComparedRows rows, Kernel.Similarity similarity) {
        this.rows = rows;
        this.similarity = similarity;
    }

    /// The sum: slope × (coefficients × similarities + bias) + offset.
    ///
    /// @param weights one for each row
    void add(double[] weights, double bias, double slope, double offset) {
        double[] scaled = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            scaled[i] = slope * weights[i];
        }
        coefficients.add(scaled);
        biases.add(slope * bias + offset);
    }

    Form form(Link link) {
        int[] needed = IntStream.range(0, rows.count())
                .filter(row -> coefficients.stream().anyMatch(sum -> sum[row] != 0)).toArray();
        Numbers ends = Numbers.of(biases.stream().mapToDouble(Double::doubleValue).toArray());
        if (needed.length == 0) {
            return new Linear(Numbers.of(new double[biases.size() * rows.width()]), ends, link);
        }
        double[] kept = coefficients.stream().flatMapToDouble(sum -> IntStream.of(needed).mapToDouble(row -> sum[row])).toArray();
        return new Kernel(rows.known(needed), similarity, Numbers.of(kept), ends, link);
    }
}
