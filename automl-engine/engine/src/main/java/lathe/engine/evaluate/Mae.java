package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// Mean absolute error, in the target's unit.
public final class Mae extends ErrorMetric {

    @Override
    public String id() {
        return "mae";
    }

    @Override
    double row(Target truth, Predictions predictions, int positive, int row) {
        return Math.abs(predictions.at(row, 0) - truth.value(row));
    }
}
