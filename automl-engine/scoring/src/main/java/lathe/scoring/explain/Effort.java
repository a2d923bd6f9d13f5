package lathe.scoring.explain;

/// How much work an explanation is worth: more of it makes standard errors smaller, in proportion to the root.
///
/// @param pairs pairs of column orders tried for a row, each an order and its reverse; at least 1. Up to half the number
///              of background rows each order meets another of them; beyond, each of them meets equally many pairs, and
///              the number is rounded up to that
public record Effort(int pairs) {

    /// For one row on a screen.
    public static final Effort CAREFUL = new Effort(200);
    /// For the main reasons of each row of a file.
    public static final Effort QUICK = new Effort(10);

    /// @throws IllegalArgumentException if there is no pair
    public Effort {
        if (pairs < 1) {
            throw new IllegalArgumentException("pairs must be at least 1, was " + pairs);
        }
    }
}
