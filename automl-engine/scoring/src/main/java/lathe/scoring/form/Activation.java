package lathe.scoring.form;

/// The bend between two layers of a network.
///
/// Written with sums, products and e^x only, so that an ONNX graph can compute the same.
public enum Activation {
    /// x.
    IDENTITY,
    /// max(x, 0).
    RELU,
    /// x / (1 + e^−x). P. Ramachandran et al., arXiv 1710.05941.
    SILU,
    /// λ · (x above 0, α (e^x − 1) below). G. Klambauer et al., arXiv 1706.02515.
    SELU,
    /// x · tanh(ln(1 + e^x)). D. Misra, arXiv 1908.08681.
    MISH,
    /// x above 0, e^x − 1 below. D.-A. Clevert et al., arXiv 1511.07289.
    ELU;

    public static final double SELU_SCALE = 1.0507009873554805;
    public static final double SELU_ALPHA = 1.6732632423543772;
    /// Beyond it [#MISH] is x to the last digit, and e^2x would overflow at some point.
    public static final double MISH_LINEAR = 30;

    /// Changes the first numbers in place.
    public void apply(double[] values, int count) {
        switch (this) {
            case IDENTITY -> { }
            case RELU -> {
                for (int i = 0; i < count; i++) {
                    values[i] = Math.max(values[i], 0);
                }
            }
            case SILU -> {
                for (int i = 0; i < count; i++) {
                    values[i] = values[i] / (1 + Math.exp(-values[i]));
                }
            }
            case SELU -> exponential(values, count, SELU_SCALE, SELU_ALPHA);
            case MISH -> mish(values, count);
            case ELU -> exponential(values, count, 1, 1);
        }
    }

    private static void exponential(double[] values, int count, double scale, double alpha) {
        for (int i = 0; i < count; i++) {
            double x = values[i];
            values[i] = x > 0 ? scale * x : scale * alpha * (Math.exp(x) - 1);
        }
    }

    // tanh(ln(1 + e)) = w / (w + 2) with w = e (e + 2)
    private static void mish(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            double e = Math.exp(Math.min(values[i], MISH_LINEAR));
            double w = e * (e + 2);
            values[i] *= w / (w + 2);
        }
    }
}
