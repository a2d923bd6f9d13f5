package lathe.engine.learn.network;

import lathe.engine.learn.DataShape;
import lathe.engine.learn.Hyperparameters;

/// What a fit costs, and how many rows and epochs are affordable. Constants are measured (docs/benchmarks.md).
final class NetworkCost {

    private static final double PER_PRODUCT = 3.2e-11;
    private static final double PER_BEND = 4e-9;
    private static final double PER_INPUT = 4e-9;
    private static final double PER_STEP_WEIGHT = 1e-9;

    private NetworkCost() { }

    /// Rows of a batch: 64 up to 1,024 rows, 1,024 beyond 100,000. Source: RealMLP's automatic batch.
    static int batch(int rows) {
        return rows <= 1024 ? 64 : rows <= 8192 ? 128 : rows <= 30_000 ? 256 : rows <= 100_000 ? 512 : 1024;
    }

    /// Seconds of one epoch.
    static double epochSeconds(DataShape shape, Hyperparameters chosen, boolean residual, boolean waves) {
        double numbers = shape.features() * (waves ? 1 + chosen.number("number_embedding") : 1);
        double hidden = chosen.number("hidden");
        double layers = residual ? 2 * chosen.number("layers") + 1 : chosen.number("layers") - 1;
        double heads = chosen.number("heads");
        double weights = numbers * hidden + layers * hidden * hidden + (heads > 1 ? heads * hidden * hidden / 2 : 0)
                + heads * hidden * Math.max(1, shape.classes());
        double bends = hidden * (layers + 1 + (heads > 1 ? heads / 2 : 0)) + heads * Math.max(1, shape.classes());
        double cosines = waves ? shape.features() * chosen.number("frequencies") : 0;
        double rows = Math.min(NetworkLearner.ROW_LIMIT, shape.rows());
        double perRow = 3 * weights * PER_PRODUCT + bends * PER_BEND + (numbers + 2 * cosines) * PER_INPUT;
        return rows * perRow + Math.ceil(rows / chosen.number("batch")) * weights * PER_STEP_WEIGHT;
    }
}
