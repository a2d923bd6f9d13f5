package lathe.scoring.form;

import java.util.ArrayList;
import java.util.List;

/// Layers made ready to compute: weights with 64 bits, rows by blocks. Immutable; buffers belong to the caller.
///
/// Weights are floats, sums are doubles: what Java and an ONNX graph answer then differs by the order of sums alone.
final class NetworkPass {

    /// Computes one layer for a block of rows.
    private interface Stage {
        /// @param x rows × inputs; may be overwritten and returned
        double[] apply(double[] x, int rows);
    }

    private final List<Stage> stages = new ArrayList<>();

    NetworkPass(int width, List<NetworkLayer> layers) {
        int now = width;
        for (NetworkLayer layer : layers) {
            stages.add(stage(layer, now));
            now = layer.outputs() < 0 ? now : layer.outputs();
        }
    }

    double[] apply(double[] x, int rows) {
        double[] now = x;
        for (Stage stage : stages) {
            now = stage.apply(now, rows);
        }
        return now;
    }

    private static Stage stage(NetworkLayer layer, int width) {
        return switch (layer) {
            case NetworkLayer.Dense dense -> {
                double[] weights = dense.weights().toDoubles();
                double[] biases = dense.biases().toDoubles();
                yield (x, rows) -> {
                    double[] y = dense(x, rows, weights, biases);
                    dense.activation().apply(y, y.length);
                    return y;
                };
            }
            case NetworkLayer.Mix mix -> mix(mix.activation(), mix.shares().toDoubles());
            case NetworkLayer.Normalise norm -> normalise(norm.scales().toDoubles(), norm.shifts().toDoubles());
            case NetworkLayer.Residual residual -> {
                NetworkPass inside = new NetworkPass(width, residual.inside());
                yield (x, rows) -> {
                    double[] y = inside.apply(x.clone(), rows);
                    for (int i = 0; i < y.length; i++) {
                        y[i] += x[i];
                    }
                    return y;
                };
            }
            case NetworkLayer.Affine affine -> (x, rows) -> {
                for (int i = 0; i < x.length; i++) {
                    x[i] = x[i] * affine.scale() + affine.shift();
                }
                return x;
            };
            case NetworkLayer.Between between -> (x, rows) -> {
                for (int i = 0; i < x.length; i++) {
                    x[i] = Math.max(between.low(), Math.min(x[i], between.high()));
                }
                return x;
            };
        };
    }

    private static Stage mix(Activation activation, double[] shares) {
        return (x, rows) -> {
            double[] bent = x.clone();
            activation.apply(bent, bent.length);
            for (int i = 0; i < x.length; i++) {
                x[i] += shares[i % shares.length] * (bent[i] - x[i]);
            }
            return x;
        };
    }

    private static Stage normalise(double[] scales, double[] shifts) {
        return (x, rows) -> normalise(x, rows, scales, shifts);
    }

    private static double[] normalise(double[] x, int rows, double[] scales, double[] shifts) {
        int n = scales.length;
        for (int row = 0; row < rows; row++) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += x[row * n + i];
            }
            mean /= n;
            double variance = 0;
            for (int i = 0; i < n; i++) {
                double distance = x[row * n + i] - mean;
                variance += distance * distance;
            }
            double deviation = Math.sqrt(variance / n + NetworkLayer.Normalise.EPSILON);
            for (int i = 0; i < n; i++) {
                x[row * n + i] = (x[row * n + i] - mean) / deviation * scales[i] + shifts[i];
            }
        }
        return x;
    }

    // Two rows and four inputs at a time: each weight read from memory serves two rows.
    private static double[] dense(double[] x, int rows, double[] weights, double[] biases) {
        int n = biases.length;
        int m = weights.length / n;
        double[] y = new double[rows * n];
        double[] first = new double[n];
        double[] second = new double[n];
        for (int row = 0; row < rows; row += 2) {
            int other = Math.min(row + 1, rows - 1) * m;
            System.arraycopy(biases, 0, first, 0, n);
            System.arraycopy(biases, 0, second, 0, n);
            int i = 0;
            for (; i + 4 <= m; i += 4) {
                add(first, x, row * m + i, second, other + i, weights, i * n);
            }
            for (; i < m; i++) {
                add(first, x[row * m + i], second, x[other + i], weights, i * n);
            }
            System.arraycopy(first, 0, y, row * n, n);
            if (row + 1 < rows) {
                System.arraycopy(second, 0, y, (row + 1) * n, n);
            }
        }
        return y;
    }

    private static void add(double[] first, double[] x, int at, double[] second, int other, double[] weights, int from) {
        int n = first.length;
        double a0 = x[at];
        double a1 = x[at + 1];
        double a2 = x[at + 2];
        double a3 = x[at + 3];
        double b0 = x[other];
        double b1 = x[other + 1];
        double b2 = x[other + 2];
        double b3 = x[other + 3];
        int w1 = from + n;
        int w2 = w1 + n;
        int w3 = w2 + n;
        for (int j = 0; j < n; j++) {
            double u0 = weights[from + j];
            double u1 = weights[w1 + j];
            double u2 = weights[w2 + j];
            double u3 = weights[w3 + j];
            first[j] += a0 * u0 + a1 * u1 + a2 * u2 + a3 * u3;
            second[j] += b0 * u0 + b1 * u1 + b2 * u2 + b3 * u3;
        }
    }

    private static void add(double[] first, double a, double[] second, double b, double[] weights, int from) {
        for (int j = 0; j < first.length; j++) {
            first[j] += a * weights[from + j];
            second[j] += b * weights[from + j];
        }
    }
}
