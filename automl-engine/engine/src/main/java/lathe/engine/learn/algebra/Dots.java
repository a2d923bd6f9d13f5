package lathe.engine.learn.algebra;

/// Sums of products, in four sums at once: the processor need not wait for each addition.
public final class Dots {

    private Dots() { }

    public static double of(double[] a, double[] b) {
        return of(a, b, a.length);
    }

    /// Of the first `count` numbers.
    public static double of(double[] a, double[] b, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < count; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
