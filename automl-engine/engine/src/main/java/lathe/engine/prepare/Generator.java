package lathe.engine.prepare;

/// A way to make features of several columns together, not yet fitted.
///
/// One generator is one file: implement this interface and add it to `builtin.Generators`; `GeneratorContractTest` then
/// tries it. It is fitted to the training rows of a fold after the columns' own steps, and only where a recipe asks for it.
public interface Generator {

    /// Stable lower-case id, written to run files.
    String id();

    /// One sentence for the person who chooses.
    String description();

    /// Learns from the training rows and hands fitted steps and features to the builder.
    ///
    /// Choosing among many candidates is done on a sample of rows and ends when the deadline of the rows has passed.
    void fit(RowsAtHand rows, RecipeBuilder builder);
}
