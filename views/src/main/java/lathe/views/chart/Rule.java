package lathe.views.chart;

/// A line to compare with: a threshold, a chance level, perfect agreement.
///
/// @param value where it lies; unused for the diagonal
/// @param label written beside it; may be empty
public record Rule(Kind kind, double value, String label) {

    /// How the line runs.
    public enum Kind { HORIZONTAL, VERTICAL, DIAGONAL }

    public static Rule horizontal(double y, String label) {
        return new Rule(Kind.HORIZONTAL, y, label);
    }

    public static Rule vertical(double x, String label) {
        return new Rule(Kind.VERTICAL, x, label);
    }

    /// From corner to corner where x equals y.
    public static Rule diagonal(String label) {
        return new Rule(Kind.DIAGONAL, 0, label);
    }
}
