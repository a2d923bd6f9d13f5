package lathe.scoring.step;

import java.util.Arrays;

/// An immutable list of doubles with content equality, for use in records.
public final class Numbers {

    private final double[] values;

    private Numbers(double[] values) {
        this.values = values;
    }

    public static Numbers of(double... values) {
        return new Numbers(values.clone());
    }

    public int size() {
        return values.length;
    }

    public double get(int index) {
        return values[index];
    }

    /// Adds as many of the numbers as there are sums, each times a factor.
    ///
    /// @param from the first of them
    void addTo(double[] sums, int from, double factor) {
        double[] own = values;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * own[from + i];
        }
    }

    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numbers numbers && Arrays.equals(values, numbers.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
