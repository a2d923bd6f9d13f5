package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// Root of the mean squared error, in the target's unit.
public final class Rmse extends ErrorMetric {

    @Override
    public String id() {
        return "rmse";
    }

    @Override
    double row(Target truth, Predictions predictions, int positive, int row) {
        double error = predictions.at(row, 0) - truth.value(row);
        return error * error;
    }

    @Override
    double finish(double mean) {
        return Math.sqrt(mean);
    }
}
