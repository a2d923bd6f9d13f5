package lathe.engine.learn.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lathe.scoring.form.Floats;
import lathe.scoring.form.NetworkInput;

/// Periodic embeddings of numbers while they learn: for each number, weighted sums of cosines of it.
///
/// Source: Y. Gorishniy et al., arXiv 2203.05556, in the form of RealMLP ("PBLD"), arXiv 2407.04491.
final class Waves {

    private static final double RATE = 0.1;

    private final int numbers;
    private final int waves;
    private final int sums;
    private final Parameter frequencies;
    private final Parameter phases;
    private final Parameter weights;
    private final Parameter biases;
    private final float[] cosines;
    private final float[] sines;

    /// What the embeddings of one number look like.
    ///
    /// @param waves  cosines of a number; 0 for no embedding
    /// @param sums   weighted sums of them
    /// @param spread deviation the frequencies are drawn with
    record Shape(int waves, int sums, double spread) {
        static final Shape NONE = new Shape(0, 0, 0);
    }

    Waves(int numbers, Shape shape, int capacity, RandomGenerator random) {
        this.numbers = numbers;
        this.waves = shape.waves;
        this.sums = shape.sums;
        frequencies = new Parameter(numbers * waves, RATE, false);
        phases = new Parameter(numbers * waves, RATE, false);
        weights = new Parameter(numbers * waves * sums, RATE, false);
        biases = new Parameter(numbers * sums, RATE, false);
        cosines = new float[capacity * numbers * waves];
        sines = new float[cosines.length];
        double bound = waves == 0 ? 0 : 1 / Math.sqrt(waves);
        for (int i = 0; i < frequencies.value.length; i++) {
            frequencies.value[i] = (float) (shape.spread * random.nextGaussian());
            phases.value[i] = (float) ((2 * random.nextDouble() - 1) * Math.PI);
        }
        for (int i = 0; i < weights.value.length; i++) {
            weights.value[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        for (int i = 0; i < biases.value.length; i++) {
            biases.value[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    /// Puts the sums of one number of one row.
    void put(int slot, int number, float z, float[] out, int at) {
        System.arraycopy(biases.value, number * sums, out, at, sums);
        int from = (slot * numbers + number) * waves;
        for (int wave = 0; wave < waves; wave++) {
            int own = number * waves + wave;
            float turns = frequencies.value[own] * z + phases.value[own] * (float) (0.5 / Math.PI);
            float cosine = sine(turns + 0.25f);
            cosines[from + wave] = cosine;
            sines[from + wave] = sine(turns);
            for (int i = 0; i < sums; i++) {
                out[at + i] += cosine * weights.value[own * sums + i];
            }
        }
    }

    void forgetGradients() {
        parameters().forEach(parameter -> Arrays.fill(parameter.gradient, 0));
    }

    /// Adds the gradients of what [#put] put.
    void addGradients(int slot, int number, float z, float[] dy, int at) {
        for (int i = 0; i < sums; i++) {
            biases.gradient[number * sums + i] += dy[at + i];
        }
        int from = (slot * numbers + number) * waves;
        for (int wave = 0; wave < waves; wave++) {
            int own = number * waves + wave;
            float cosine = cosines[from + wave];
            float sum = 0;
            for (int i = 0; i < sums; i++) {
                weights.gradient[own * sums + i] += cosine * dy[at + i];
                sum += weights.value[own * sums + i] * dy[at + i];
            }
            float angle = -sines[from + wave] * sum;
            phases.gradient[own] += angle;
            frequencies.gradient[own] += angle * z * (float) (2 * Math.PI);
        }
    }

    List<Parameter> parameters() {
        return List.of(frequencies, phases, weights, biases);
    }

    NetworkInput frozen(int number, NetworkInput.Plain plain) {
        return new NetworkInput.Periodic(plain, part(frequencies, number * waves, waves), part(phases, number * waves, waves),
                part(weights, number * waves * sums, waves * sums), part(biases, number * sums, sums));
    }

    private static Floats part(Parameter parameter, int from, int count) {
        return Floats.of(Arrays.copyOfRange(parameter.value, from, from + count));
    }

    /// sin(2π · turns), to about 1e-6: brought into a quarter turn, then its Taylor sum of degree 11.
    static float sine(float turns) {
        float u = turns - (float) Math.rint(turns);
        if (u > 0.25f) {
            u = 0.5f - u;
        } else if (u < -0.25f) {
            u = -0.5f - u;
        }
        float x = u * (float) (2 * Math.PI);
        float s = x * x;
        return x * (1 + s * (-0.16666667f + s * (0.008333333f + s * (-1.984127e-4f + s * (2.7557319e-6f - s * 2.5052108e-8f)))));
    }
}
