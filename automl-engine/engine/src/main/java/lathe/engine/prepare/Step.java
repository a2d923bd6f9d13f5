package lathe.engine.prepare;

import java.util.List;
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

    /// What a person may set about it.
    default List<StepParameter> parameters() {
        return List.of();
    }

    /// This step as a person wishes it.
    ///
    /// @param wish names and texts that the parameters allow
    /// @throws IllegalArgumentException if they do not go together; the message says so in the person's words
    default Step with(StepWish wish) {
        return this;
    }

    /// Learns from the training rows of one column and hands fitted steps and features to the builder.
    void fit(ColumnAtHand column, RecipeBuilder builder);
}
