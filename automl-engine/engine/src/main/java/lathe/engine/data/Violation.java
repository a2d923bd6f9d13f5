package lathe.engine.data;

/// Something in a table that its contract does not allow.
///
/// @param column whose rule is broken; empty if it is about whole rows
/// @param rule   which: `column`, `type`, `required`, `min`, `max`, `levels`, `unique` or `row`
/// @param place  where: `line 17`; empty if it is about the whole column
/// @param what   in plain words, without column and place
public record Violation(String column, String rule, String place, String what) {

    /// One line for a person.
    public String sentence() {
        String who = column.isEmpty() ? "" : "column '" + column + "'";
        String where = place.isEmpty() || who.isEmpty() ? place : ", " + place;
        return who + where + ": " + what;
    }
}
