package lathe.engine.data;

/// What happens to a cell that is not what the signature says.
public enum BadCells {
    /// The reading stops with a message that names line and column.
    ERROR,
    /// The cell counts as missing.
    MISSING
}
