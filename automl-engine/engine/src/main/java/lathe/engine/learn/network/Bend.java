package lathe.engine.learn.network;

import lathe.scoring.form.Activation;

/// Activations with their slopes, in floats.
final class Bend {

    private static final float SCALE = (float) Activation.SELU_SCALE;
    private static final float ALPHA = (float) Activation.SELU_ALPHA;
    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 0.69314575f;
    private static final float LN2_LOW = 1.4286068e-6f;

    private Bend() { }

    /// @param z     sums; become the slopes
    /// @param y     receives the bent sums
    /// @param count how many numbers from the start
    static void apply(Activation activation, float[] z, float[] y, int count) {
        switch (activation) {
            case IDENTITY -> identity(z, y, count);
            case RELU -> relu(z, y, count);
            case SILU -> silu(z, y, count);
            case SELU -> exponential(z, y, count, SCALE, SCALE * ALPHA);
            case MISH -> mish(z, y, count);
            case ELU -> exponential(z, y, count, 1, 1);
        }
    }

    private static void identity(float[] z, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = z[i];
            z[i] = 1;
        }
    }

    private static void relu(float[] z, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = Math.max(z[i], 0);
            z[i] = z[i] > 0 ? 1 : 0;
        }
    }

    private static void silu(float[] z, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            float s = 1 / (1 + exp(-z[i]));
            y[i] = z[i] * s;
            z[i] = s * (1 + z[i] * (1 - s));
        }
    }

    private static void exponential(float[] z, float[] y, int count, float scale, float below) {
        for (int i = 0; i < count; i++) {
            float e = exp(Math.min(z[i], 0));
            boolean up = z[i] > 0;
            y[i] = up ? scale * z[i] : below * (e - 1);
            z[i] = up ? scale : below * e;
        }
    }

    private static void mish(float[] z, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            float e = exp(Math.min(z[i], 20));
            float w = e * (e + 2);
            float t = w / (w + 2);
            float s = e / (1 + e);
            y[i] = z[i] * t;
            z[i] = t + z[i] * (1 - t * t) * s;
        }
    }

    /// e^x to about 2e-7 relative; beyond ±87 as there.
    ///
    /// x = n ln 2 + r, e^r by its Taylor sum of degree 6, 2^n by the exponent's bits.
    static float exp(float x) {
        float bounded = Math.max(-87, Math.min(x, 87));
        float n = (int) (bounded * LOG2_E + 1024.5f) - 1024;
        float r = bounded - n * LN2_HIGH - n * LN2_LOW;
        float sum = 1 + r * (1 + r * (0.5f + r * (0.16666667f + r * (0.041666668f + r * (0.008333334f + r * 0.0013888889f)))));
        return sum * Float.intBitsToFloat((int) n + 127 << 23);
    }
}
