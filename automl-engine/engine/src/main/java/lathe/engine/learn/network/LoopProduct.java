package lathe.engine.learn.network;

import java.util.Arrays;

/// Products in plain Java, in loops the compiler turns into vector instructions: two rows and four inputs at a time, so
/// that a weight read from memory serves two rows; inputs that are 0, as most of a one-hot feature are, are passed over.
public final class LoopProduct implements MatrixProduct {

    @Override
    public void forward(float[] x, float[] w, float[] y, int rows, int inputs, int outputs) {
        multiply(new Factor(x, inputs, 1), w, y, rows, inputs, outputs);
    }

    @Override
    public void back(float[] dy, float[] w, float[] dx, int rows, int inputs, int outputs) {
        float[] turned = new float[inputs * outputs];
        for (int input = 0; input < inputs; input++) {
            for (int output = 0; output < outputs; output++) {
                turned[output * inputs + input] = w[input * outputs + output];
            }
        }
        Arrays.fill(dx, 0, rows * inputs, 0);
        multiply(new Factor(dy, outputs, 1), turned, dx, rows, outputs, inputs);
    }

    @Override
    public void weights(float[] x, float[] dy, float[] dw, int rows, int inputs, int outputs) {
        Arrays.fill(dw, 0, inputs * outputs, 0);
        multiply(new Factor(x, 1, inputs), dy, dw, inputs, rows, outputs);
    }

    /// A matrix read number by number: row i, column k stands at i · rowStep + k · columnStep.
    private record Factor(float[] a, int rowStep, int columnStep) { }

    // c += a · b, shapes p × q and q × n
    private static void multiply(Factor factor, float[] b, float[] c, int p, int q, int n) {
        float[] first = new float[n];
        float[] second = new float[n];
        int step = factor.columnStep;
        for (int i = 0; i < p; i += 2) {
            boolean pair = i + 1 < p;
            System.arraycopy(c, i * n, first, 0, n);
            if (pair) {
                System.arraycopy(c, (i + 1) * n, second, 0, n);
            }
            int at = i * factor.rowStep;
            int other = pair ? at + factor.rowStep : at;
            int k = 0;
            for (; k + 4 <= q; k += 4) {
                addFour(factor, at + k * step, other + k * step, b, k * n, first, second);
            }
            for (; k < q; k++) {
                add(factor.a[at + k * step], first, factor.a[other + k * step], second, b, k * n);
            }
            System.arraycopy(first, 0, c, i * n, n);
            if (pair) {
                System.arraycopy(second, 0, c, (i + 1) * n, n);
            }
        }
    }

    private static void addFour(Factor factor, int at, int other, float[] b, int from, float[] first, float[] second) {
        float[] a = factor.a;
        int step = factor.columnStep;
        float p0 = a[at];
        float p1 = a[at + step];
        float p2 = a[at + 2 * step];
        float p3 = a[at + 3 * step];
        float q0 = a[other];
        float q1 = a[other + step];
        float q2 = a[other + 2 * step];
        float q3 = a[other + 3 * step];
        if (p0 == 0 && p1 == 0 && p2 == 0 && p3 == 0 && q0 == 0 && q1 == 0 && q2 == 0 && q3 == 0) {
            return;
        }
        int n = first.length;
        int b1 = from + n;
        int b2 = b1 + n;
        int b3 = b2 + n;
        for (int j = 0; j < n; j++) {
            float x0 = b[from + j];
            float x1 = b[b1 + j];
            float x2 = b[b2 + j];
            float x3 = b[b3 + j];
            first[j] += p0 * x0 + p1 * x1 + p2 * x2 + p3 * x3;
            second[j] += q0 * x0 + q1 * x1 + q2 * x2 + q3 * x3;
        }
    }

    private static void add(float p, float[] first, float q, float[] second, float[] b, int from) {
        for (int j = 0; j < first.length; j++) {
            first[j] += p * b[from + j];
            second[j] += q * b[from + j];
        }
    }
}
