package lathe.engine.export;

/// What all cells of a column are, for formats whose columns have types.
public enum CellType {
    /// Numbers: [OutputCell.Numeric], or texts of numbers.
    NUMBER,
    /// Texts of any kind.
    TEXT,
    /// The texts `true` and `false`.
    BOOLEAN,
    /// ISO-8601 days or times without zone: `2024-03-01`, `2024-03-01T17:05:00`.
    MOMENT
}
