package lathe.scoring.derive;

import lathe.scoring.FieldType;

/// What an expression gives.
public enum ValueType {
    NUMBER("a number"), TRUTH("a yes or no"), TEXT("a text"), DATE("a date"), LIST("a list");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    /// With its article, for messages.
    public String words() {
        return words;
    }

    /// What a column of this type gives.
    public static ValueType of(FieldType type) {
        return switch (type) {
            case NUMBER -> NUMBER;
            case BOOLEAN -> TRUTH;
            case CATEGORY, TEXT -> TEXT;
            case DATE -> DATE;
            case LIST -> LIST;
        };
    }

    /// The type of a column made of it.
    public FieldType field() {
        return switch (this) {
            case NUMBER -> FieldType.NUMBER;
            case TRUTH -> FieldType.BOOLEAN;
            case TEXT -> FieldType.CATEGORY;
            case DATE -> FieldType.DATE;
            case LIST -> FieldType.LIST;
        };
    }
}
