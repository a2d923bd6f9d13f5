package lathe.engine.track;

/// What people say about one column. Every part may be left out.
///
/// @param meaning  what a value says, in a sentence or two
/// @param unit     of its numbers, such as `kg`
/// @param owner    who knows and answers for it
/// @param personal whether it holds data about a person: `yes`, `no`, or empty while nobody has said
public record ColumnMeaning(String meaning, String unit, String owner, String personal) {

    public static final String YES = "yes";
    public static final String NO = "no";

    /// Nothing said.
    public static final ColumnMeaning NONE = new ColumnMeaning("", "", "", "");

    /// @throws IllegalArgumentException if `personal` is another word
    public ColumnMeaning {
        if (!personal.isEmpty() && !personal.equals(YES) && !personal.equals(NO)) {
            throw new IllegalArgumentException("personal of a column must be yes or no, was '%s'".formatted(personal));
        }
    }

    public boolean holdsPersonalData() {
        return personal.equals(YES);
    }

    public ColumnMeaning withMeaning(String text) {
        return new ColumnMeaning(text, unit, owner, personal);
    }

    public ColumnMeaning withUnit(String text) {
        return new ColumnMeaning(meaning, text, owner, personal);
    }

    public ColumnMeaning withOwner(String text) {
        return new ColumnMeaning(meaning, unit, text, personal);
    }

    /// @param answer [#YES], [#NO], or empty for not said
    public ColumnMeaning withPersonal(String answer) {
        return new ColumnMeaning(meaning, unit, owner, answer);
    }
}
