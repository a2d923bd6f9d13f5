package lathe.scoring.form;

import java.util.Arrays;

/// An immutable list of 32-bit floats with content equality, for use in records: the weights of a network.
public final class Floats {

    private final float[] values;

    private Floats(float[] values) {
        this.values = values;
    }

    public static Floats of(float... values) {
        return new Floats(values.clone());
    }

    public int size() {
        return values.length;
    }

    public float get(int index) {
        return values[index];
    }

    public float[] toArray() {
        return values.clone();
    }

    /// The same numbers, exactly, with 64 bits each.
    public double[] toDoubles() {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Floats floats && Arrays.equals(values, floats.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "%d floats".formatted(values.length);
    }
}
