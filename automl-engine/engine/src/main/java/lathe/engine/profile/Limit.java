package lathe.engine.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The thresholds of findings, adjustable by [Thresholds#with].
public enum Limit {
    /// Share of missing cells from which a column is told of.
    MISSING_SHARE(0.05, 1),
    /// Share of missing cells from which it is a warning.
    MISSING_WARNING(0.5, 1),
    /// Share of one value from which a column is nearly constant.
    NEARLY_CONSTANT(0.999, 1),
    /// Share of the rarest class below which the target is imbalanced.
    RARE_CLASS(0.1, 1),
    /// Strength of one column alone (area under the ROC curve, or R2) from which it may know the answer.
    LEAKAGE_STRENGTH(0.95, 1),
    /// Strength from which it surely knows the answer.
    LEAKAGE_PERFECT(0.9999, 1),
    /// Distance from the median, in robust standard deviations, beyond which a number is an outlier.
    OUTLIER_DISTANCE(6),
    /// Share of outliers above which they are a group and not outliers.
    OUTLIER_MOST(0.05, 1),
    /// Distance of a row's isolation score from the median score, in upper robust standard deviations.
    ROW_DISTANCE(6),
    /// Least share of rows that hold an inlier or zeros too many.
    REPEATED_SHARE(0.005, 1),
    /// How often as many rows hold an inlier (or zero) as hold the next common value.
    REPEATED_FACTOR(5),
    /// Upper tail over lower tail, 95 % and 5 % quantile against the median, or the reverse.
    SKEW(4),
    /// Correlation, bias-corrected Cramer's V or correlation ratio of two columns.
    CORRELATION(0.95, 1),
    /// Least share of numbers in another unit.
    OTHER_UNIT_SHARE(0.01, 1),
    /// Share of texts that read as one kind (numbers, addresses, dates), so that the rest is foreign.
    TEXT_KIND_SHARE(0.9, 1),
    /// Share of numbers in a text column from which the other texts are foreign.
    MOSTLY_NUMBERS(0.7, 1),
    /// Share of contradicting rows.
    CONTRADICTING_SHARE(0.005, 1),
    /// Largest difference of order along time, as |AUC - 0.5| of the rows before and after.
    JUMP(0.25, 0.5),
    /// Population stability index between two tables.
    SHIFT(0.2),
    /// Standardised difference of the target, rows with a value against rows without.
    MISSING_TELLS(0.3),
    /// Share of a column's strength that is left when later rows are judged, below which it vanishes.
    VANISHING_SHARE(0.3, 1),
    /// Rows that expensive checks look at.
    SAMPLE_ROWS(10_000);

    private final double usual;
    private final double most;

    Limit(double usual) {
        this(usual, Double.MAX_VALUE);
    }

    Limit(double usual, double most) {
        this.usual = usual;
        this.most = most;
    }

    /// @param id as [#id] gives it
    /// @throws IllegalArgumentException if there is no such limit
    public static Limit named(String id) {
        return Arrays.stream(values()).filter(limit -> limit.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "there is no limit '%s'; the limits are %s".formatted(id, Arrays.stream(values()).map(Limit::id).collect(Collectors.joining(", ")))));
    }

    /// In files: `missing_share`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The value unless one is set.
    public double usual() {
        return usual;
    }

    /// What it can be at most; 1 for a share.
    public double most() {
        return most;
    }

    public boolean allows(double value) {
        return value > 0 && value <= most;
    }

    /// @throws IllegalArgumentException if the limit cannot have this value
    public void require(double value) {
        if (!allows(value)) {
            throw new IllegalArgumentException(most == Double.MAX_VALUE ? "%s must be a positive number, was %s".formatted(id(), value)
                    : "%s must be more than 0 and at most %s, was %s".formatted(id(), most, value));
        }
    }
}
