package lathe.engine.data;

/// What happens to a row of a text file that has too few or too many cells.
public enum BadRows {
    /// The reading stops with a message that names the lines.
    ERROR,
    /// The row is left out and named in the report.
    LEFT_OUT
}
