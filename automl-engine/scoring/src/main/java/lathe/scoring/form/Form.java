package lathe.scoring.form;

import lathe.scoring.Predictions;

/// A fitted model, whatever learner made it. Immutable, safe for many threads.
///
public sealed interface Form permits Constant, Linear, Trees, Network, Discriminant, Neighbours, Kernel, Graph, Blend {

    /// Numbers in a row of predictions: 1 for regression, the class count otherwise.
    int outputs();

    /// Predicts every row: class probabilities, or the target's value.
    Predictions predict(Features features);
}
