package lathe.scoring.form;

/// What turns a form's raw sums into its answer.
public enum Link {
    /// The raw sum is the answer.
    IDENTITY,
    /// e^x: counts and amounts, learnt on the scale of the logarithm.
    EXP,
    /// e^x − 1: the target was learnt as ln(1 + y).
    EXPM1,
    /// One raw sum z gives the probabilities 1 − p and p = 1 / (1 + e^−z).
    LOGISTIC,
    /// e^z over their sum.
    SOFTMAX,
    /// Raw sums, none negative, over their sum.
    NORMALISE;

    /// Numbers in a row of the answer.
    public int outputs(int rawWidth) {
        return this == LOGISTIC ? 2 : rawWidth;
    }

    /// @param raw    row by row, shape n × rawWidth; may be overwritten
    /// @return       row by row, shape n × outputs
    public double[] apply(double[] raw, int rawWidth) {
        return switch (this) {
            case IDENTITY -> raw;
            case EXP -> exp(raw);
            case EXPM1 -> expm1(raw);
            case LOGISTIC -> logistic(raw);
            case SOFTMAX -> softmax(raw, rawWidth);
            case NORMALISE -> normalise(raw, rawWidth);
        };
    }

    private static double[] exp(double[] raw) {
        for (int i = 0; i < raw.length; i++) {
            raw[i] = Math.exp(raw[i]);
        }
        return raw;
    }

    // exp and subtract, not Math.expm1: the ONNX graph has no expm1 and must give the same number.
    private static double[] expm1(double[] raw) {
        for (int i = 0; i < raw.length; i++) {
            raw[i] = Math.exp(raw[i]) - 1;
        }
        return raw;
    }

    private static double[] logistic(double[] raw) {
        double[] out = new double[2 * raw.length];
        for (int i = 0; i < raw.length; i++) {
            double p = 1 / (1 + Math.exp(-raw[i]));
            out[2 * i] = 1 - p;
            out[2 * i + 1] = p;
        }
        return out;
    }

    private static double[] softmax(double[] raw, int width) {
        for (int start = 0; start < raw.length; start += width) {
            double max = raw[start];
            for (int i = 1; i < width; i++) {
                max = Math.max(max, raw[start + i]);
            }
            for (int i = 0; i < width; i++) {
                raw[start + i] = Math.exp(raw[start + i] - max);
            }
        }
        return normalise(raw, width);
    }

    private static double[] normalise(double[] raw, int width) {
        for (int start = 0; start < raw.length; start += width) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                sum += raw[start + i];
            }
            for (int i = 0; i < width; i++) {
                raw[start + i] /= sum;
            }
        }
        return raw;
    }
}
