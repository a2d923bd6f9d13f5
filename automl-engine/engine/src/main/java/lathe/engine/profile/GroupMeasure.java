package lathe.engine.profile;

/// What is counted or averaged in each group of rows.
public sealed interface GroupMeasure {

    /// The number of rows.
    record Rows() implements GroupMeasure { }

    /// The mean of a number.
    record Mean(String column) implements GroupMeasure { }

    /// The share of the rows with a value in a column that hold one level of it.
    record Share(String column, String level) implements GroupMeasure { }
}
