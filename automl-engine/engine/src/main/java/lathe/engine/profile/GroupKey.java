package lathe.engine.profile;

/// What the rows of a group have in common.
///
/// @param kind  what `label`, `from` and `to` say
/// @param label of a level, a day, a month or a year; otherwise empty
/// @param from  least number of a range, otherwise `NaN`
/// @param to    greatest number of a range; equal to `from` where all are the same
public record GroupKey(Kind kind, String label, double from, double to) {

    /// Kinds of groups.
    public enum Kind {
        LEVEL, RANGE,
        /// Levels too rare for a group of their own.
        OTHERS,
        /// Rows without a value.
        MISSING
    }

    static final GroupKey OTHERS = new GroupKey(Kind.OTHERS, "", Double.NaN, Double.NaN);
    static final GroupKey MISSING = new GroupKey(Kind.MISSING, "", Double.NaN, Double.NaN);

    static GroupKey level(String label) {
        return new GroupKey(Kind.LEVEL, label, Double.NaN, Double.NaN);
    }

    static GroupKey range(double from, double to) {
        return new GroupKey(Kind.RANGE, "", from, to);
    }
}
