package lathe.engine.learn.network;

import java.util.List;

/// Adam with decoupled weight decay. Source: I. Loshchilov, F. Hutter, arXiv 1711.05101.
final class AdamW {

    private static final float FIRST = 0.9f;
    private static final float TINY = 1e-8f;

    private final float second;
    private final float decay;
    private double firstPower = 1;
    private double secondPower = 1;

    /// @param second memory of squared gradients, in (0, 1)
    /// @param decay  weight decay
    AdamW(double second, double decay) {
        this.second = (float) second;
        this.decay = (float) decay;
    }

    void step(List<Parameter> parameters, double learningRate) {
        firstPower *= FIRST;
        secondPower *= second;
        float unbiased = (float) (1 / (1 - secondPower));
        for (Parameter parameter : parameters) {
            double rate = learningRate * parameter.rate;
            float kept = parameter.decays ? (float) (1 - learningRate * decay) : 1;
            step(parameter, (float) (rate / (1 - firstPower)), unbiased, kept);
        }
    }

    private void step(Parameter parameter, float rate, float unbiased, float kept) {
        float[] value = parameter.value;
        float[] gradient = parameter.gradient;
        float[] mean = parameter.mean;
        float[] square = parameter.square;
        float rest = 1 - FIRST;
        float restSquare = 1 - second;
        for (int i = 0; i < value.length; i++) {
            mean[i] = FIRST * mean[i] + rest * gradient[i];
        }
        for (int i = 0; i < value.length; i++) {
            square[i] = second * square[i] + restSquare * gradient[i] * gradient[i];
        }
        for (int i = 0; i < value.length; i++) {
            value[i] = kept * value[i] - rate * mean[i] / ((float) Math.sqrt(square[i] * unbiased) + TINY);
        }
    }
}
