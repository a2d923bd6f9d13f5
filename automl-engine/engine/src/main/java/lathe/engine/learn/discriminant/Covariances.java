package lathe.engine.learn.discriminant;

/// Covariance matrices as lower triangles.
final class Covariances {

    private Covariances() { }

    /// a × first + b × second.
    static double[][] mix(double a, double[][] first, double b, double[][] second) {
        double[][] out = new double[first.length][];
        for (int i = 0; i < out.length; i++) {
            out[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                out[i][j] = a * first[i][j] + b * second[i][j];
            }
        }
        return out;
    }

    static double[][] zero(int p) {
        double[][] out = new double[p][];
        for (int i = 0; i < p; i++) {
            out[i] = new double[i + 1];
        }
        return out;
    }

    static double meanVariance(double[][] covariance) {
        double trace = 0;
        for (int i = 0; i < covariance.length; i++) {
            trace += covariance[i][i];
        }
        return covariance.length == 0 ? 0 : trace / covariance.length;
    }

    /// (1 − share) × covariance + share × variance × identity, and a trace more, so that it has an inverse.
    static double[][] shrunk(double[][] covariance, double share, double variance) {
        double[][] out = mix(1 - share, covariance, 0, covariance);
        for (int i = 0; i < out.length; i++) {
            out[i][i] += share * variance + 1e-9;
        }
        return out;
    }

    /// Scatter of all classes around their own means.
    static double[][] within(ClassMoments moments) {
        double[][] sum = zero(moments.width());
        for (int c = 0; c < moments.classes(); c++) {
            sum = mix(1, sum, 1, moments.scatter(c));
        }
        return sum;
    }
}
