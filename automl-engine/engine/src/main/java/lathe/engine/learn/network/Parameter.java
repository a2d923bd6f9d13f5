package lathe.engine.learn.network;

/// Numbers that training changes, with their gradient and what AdamW remembers of it.
final class Parameter {

    final float[] value;
    final float[] gradient;
    final float[] mean;
    final float[] square;
    /// Times the learning rate.
    final float rate;
    /// Whether weight decay draws it towards 0.
    final boolean decays;

    Parameter(int size, double rate, boolean decays) {
        value = new float[size];
        gradient = new float[size];
        mean = new float[size];
        square = new float[size];
        this.rate = (float) rate;
        this.decays = decays;
    }
}
