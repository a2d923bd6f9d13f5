package lathe.scoring;

/// What the values of a column are. Everything but a number travels as canonical text.
public enum FieldType {
    /// A finite `double`.
    NUMBER,
    /// One of few texts.
    CATEGORY,
    /// `true` or `false`.
    BOOLEAN,
    /// Free text, read for its words.
    TEXT,
    /// ISO-8601: `2024-03-01` or `2024-03-01T17:05:00`, without zone meaning UTC.
    DATE,
    /// Items joined by [Table#LIST_SEPARATOR].
    LIST;

    public boolean isNumber() {
        return this == NUMBER;
    }
}
