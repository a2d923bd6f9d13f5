package lathe.engine.learn.network;

import java.util.List;
import java.util.random.RandomGenerator;
import lathe.scoring.form.NetworkLayer;

/// A layer while it learns. It owns the arrays it gives out, until it is called again, and never writes to those it gets.
interface Layer {

    /// Numbers it puts for a row.
    int outputs();

    /// @param x        shape rows × inputs
    /// @param training whether parts are dropped by lot
    /// @return         shape rows × outputs
    float[] forward(float[] x, int rows, boolean training);

    /// Leaves gradients in its parameters; belongs to the last [#forward].
    ///
    /// @param dy gradient of the loss by what was put
    /// @return   gradient by what was read
    float[] backward(float[] dy, int rows);

    /// Draws what it starts from, if anything.
    ///
    /// @param x rows of training, shape rows × inputs
    /// @return  what it makes of them
    default float[] draw(float[] x, int rows, RandomGenerator random) {
        return forward(x, rows, false);
    }

    List<Parameter> parameters();

    /// What stays after training.
    List<NetworkLayer> frozen();
}
