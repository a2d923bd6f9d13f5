package lathe.engine.learn;

import java.util.Arrays;
import lathe.engine.learn.algebra.Cholesky;

/// Turns scores into what a logistic or softmax link makes good probabilities of: slope × score + a bias for each class.
///
/// Fitted by Newton's method to scores of rows the scores' model was not fitted to. With two classes this is Platt's
/// scaling. Source: J. Platt, "Probabilistic Outputs for Support Vector Machines" (1999); H.-T. Lin et al., "A Note on
/// Platt's Probabilistic Outputs" (2007).
public final class ScoreCalibration {

    private static final int STEPS = 50;
    private static final double RIDGE = 1e-2;
    private static final double HUGE = 1e100;

    private final double slope;
    private final double[] biases;

    private ScoreCalibration(double slope, double[] biases) {
        this.slope = slope;
        this.biases = biases;
    }

    /// Multiplies scores with a number.
    public static ScoreCalibration of(double slope, int scores) {
        return new ScoreCalibration(slope, new double[scores]);
    }

    public double slope() {
        return slope;
    }

    public double bias(int score) {
        return biases[score];
    }

    /// @param scores score by score, shape s × n; one score for two classes speaks for the second
    public static ScoreCalibration of(double[][] scores, Target target) {
        double[] parameters = new double[scores.length + 1];
        parameters[0] = 1;
        double least = loss(scores, target, parameters);
        if (!Double.isFinite(least) || Arrays.stream(scores).flatMapToDouble(Arrays::stream).anyMatch(s -> Math.abs(s) > HUGE)) {
            return of(1, scores.length);   // scores beyond all numbers tell nothing
        }
        for (int step = 0; step < STEPS; step++) {
            double[] move = move(scores, target, parameters);
            double size = 1;
            double[] tried = moved(parameters, move, size);
            double loss = loss(scores, target, tried);
            while (!(loss < least) && size > 1e-6) {
                size /= 2;
                tried = moved(parameters, move, size);
                loss = loss(scores, target, tried);
            }
            if (!(loss < least - 1e-9 * target.rows())) {
                break;
            }
            least = loss;
            parameters = tried;
        }
        return new ScoreCalibration(parameters[0], Arrays.copyOfRange(parameters, 1, parameters.length));
    }

    private static double[] moved(double[] parameters, double[] move, double size) {
        double[] out = parameters.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] -= size * move[i];
        }
        return out;
    }

    private static double loss(double[][] scores, Target target, double[] parameters) {
        double loss = 0;
        for (double parameter : parameters) {
            loss += RIDGE / 2 * parameter * parameter;
        }
        for (int row = 0; row < target.rows(); row++) {
            loss -= target.weight(row) * Math.log(Math.max(1e-300, shares(scores, row, parameters)[target.classIndex(row)]));
        }
        return loss;
    }

    // Of all classes; a single score leaves the first class at 0.
    private static double[] shares(double[][] scores, int row, double[] parameters) {
        int first = scores.length == 1 ? 1 : 0;
        double[] z = new double[scores.length + first];
        for (int s = 0; s < scores.length; s++) {
            z[s + first] = parameters[0] * scores[s][row] + parameters[s + 1];
        }
        double max = Arrays.stream(z).max().orElse(0);
        double sum = 0;
        for (int c = 0; c < z.length; c++) {
            z[c] = Math.exp(z[c] - max);
            sum += z[c];
        }
        for (int c = 0; c < z.length; c++) {
            z[c] /= sum;
        }
        return z;
    }

    /// Curvature⁻¹ × gradient.
    private static double[] move(double[][] scores, Target target, double[] parameters) {
        int k = scores.length;
        int first = k == 1 ? 1 : 0;
        double[] gradient = new double[k + 1];
        double[][] curvature = new double[k + 1][];
        for (int i = 0; i <= k; i++) {
            gradient[i] = RIDGE * parameters[i];
            curvature[i] = new double[i + 1];
            curvature[i][i] = RIDGE;
        }
        for (int row = 0; row < target.rows(); row++) {
            double[] p = shares(scores, row, parameters);
            double mean = 0;
            double squares = 0;
            for (int s = 0; s < k; s++) {
                mean += p[s + first] * scores[s][row];
                squares += p[s + first] * scores[s][row] * scores[s][row];
            }
            double weight = target.weight(row);
            curvature[0][0] += weight * (squares - mean * mean);
            for (int s = 0; s < k; s++) {
                double share = p[s + first];
                double error = share - (target.classIndex(row) == s + first ? 1 : 0);
                gradient[0] += weight * error * scores[s][row];
                gradient[s + 1] += weight * error;
                curvature[s + 1][0] += weight * share * (scores[s][row] - mean);
                for (int other = 0; other <= s; other++) {
                    curvature[s + 1][other + 1] += weight * share * ((other == s ? 1 : 0) - p[other + first]);
                }
            }
        }
        return Cholesky.of(curvature).solve(gradient);
    }
}
