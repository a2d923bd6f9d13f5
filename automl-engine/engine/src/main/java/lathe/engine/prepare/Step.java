package lathe.engine.prepare;

import lathe.scoring.FieldType;

/// A way to turn one column into features, not yet fitted.
///
/// One step is one file: implement this interface and add it to `builtin.Steps`; `StepContractTest` then tries it.
public interface Step {

    /// Stable lower-case id, written to project files.
    String id();

    /// One sentence for the person who chooses.
    String description();

    boolean accepts(FieldType type);

    /// Learns from the training rows of one column and hands fitted steps and features to the builder.
    void fit(ColumnAtHand column, RecipeBuilder builder);
}
