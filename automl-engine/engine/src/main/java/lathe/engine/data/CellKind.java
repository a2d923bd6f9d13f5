package lathe.engine.data;

/// What a file says about a cell. Text files know only text; workbooks, JSON and Parquet know more.
public enum CellKind {
    /// Characters that may still mean a number, a date or nothing.
    TEXT,
    /// A number of the file's own, as neutral text (`-1.5e3`).
    NUMBER,
    /// A date of the file's own, as ISO-8601 text.
    DATE,
    /// `true` or `false`.
    BOOLEAN,
    /// Items joined by U+001F.
    LIST
}
