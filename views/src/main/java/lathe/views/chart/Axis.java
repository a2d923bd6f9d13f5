package lathe.views.chart;

/// One axis of a figure.
///
/// @param label what it shows, in the user's language; may be empty
/// @param low   lower end, NaN to take it from the data
/// @param high  upper end, NaN to take it from the data
/// @param log   logarithmic; then the ends and the data must be above 0
public record Axis(String label, Unit unit, double low, double high, boolean log) {

    /// @throws IllegalArgumentException if both ends are given and lie the wrong way round
    public Axis {
        if (low >= high) {
            throw new IllegalArgumentException("axis ends must rise, had %s and %s".formatted(low, high));
        }
    }

    /// An axis that takes its ends from the data.
    public static Axis of(String label, Unit unit) {
        return new Axis(label, unit, Double.NaN, Double.NaN, false);
    }

    public Axis between(double from, double to) {
        return new Axis(label, unit, from, to, log);
    }

    public Axis logarithmic() {
        return new Axis(label, unit, low, high, true);
    }
}
