package lathe.engine.learn.network;

/// The three products a dense layer needs. All matrices are row by row, in arrays that may be longer than they are.
///
/// Most of the time of a fit is spent here.
public interface MatrixProduct {

    /// Adds x · w to y.
    ///
    /// @param x shape rows × inputs
    /// @param w shape inputs × outputs
    /// @param y shape rows × outputs
    void forward(float[] x, float[] w, float[] y, int rows, int inputs, int outputs);

    /// Sets dx to dy · wᵀ.
    void back(float[] dy, float[] w, float[] dx, int rows, int inputs, int outputs);

    /// Sets dw to xᵀ · dy.
    void weights(float[] x, float[] dy, float[] dw, int rows, int inputs, int outputs);
}
