package lathe.engine.profile;

/// The thresholds of findings, adjustable by [Thresholds#with]. Shares are from 0 to 1.
public enum Limit {
    /// Share of missing cells from which a column is told of.
    MISSING_SHARE(0.05),
    /// Share of missing cells from which it is a warning.
    MISSING_WARNING(0.5),
    /// Share of one value from which a column is nearly constant.
    NEARLY_CONSTANT(0.999),
    /// Share of the rarest class below which the target is imbalanced.
    RARE_CLASS(0.1),
    /// Strength of one column alone (area under the ROC curve, or R2) from which it may know the answer.
    LEAKAGE_STRENGTH(0.95),
    /// Strength from which it surely knows the answer.
    LEAKAGE_PERFECT(0.9999),
    /// Distance from the median, in robust standard deviations, beyond which a number is an outlier.
    OUTLIER_DISTANCE(6),
    /// Share of outliers above which they are a group and not outliers.
    OUTLIER_MOST(0.05),
    /// Distance of a row's isolation score from the median score, in upper robust standard deviations.
    ROW_DISTANCE(6),
    /// Least share of rows that hold an inlier or zeros too many.
    REPEATED_SHARE(0.005),
    /// How often as many rows hold an inlier (or zero) as hold the next common value.
    REPEATED_FACTOR(5),
    /// Upper tail over lower tail, 95 % and 5 % quantile against the median, or the reverse.
    SKEW(4),
    /// Correlation, bias-corrected Cramer's V or correlation ratio of two columns.
    CORRELATION(0.95),
    /// Least share of numbers in another unit.
    OTHER_UNIT_SHARE(0.01),
    /// Share of texts that read as one kind (numbers, addresses, dates), so that the rest is foreign.
    TEXT_KIND_SHARE(0.9),
    /// Share of numbers in a text column from which the other texts are foreign.
    MOSTLY_NUMBERS(0.7),
    /// Share of contradicting rows.
    CONTRADICTING_SHARE(0.005),
    /// Largest difference of order along time, as |AUC - 0.5| of the rows before and after.
    JUMP(0.25),
    /// Population stability index between two tables.
    SHIFT(0.2),
    /// Standardised difference of the target, rows with a value against rows without.
    MISSING_TELLS(0.3),
    /// Share of a column's strength that is left when later rows are judged, below which it vanishes.
    VANISHING_SHARE(0.3),
    /// Rows that expensive checks look at.
    SAMPLE_ROWS(10_000);

    private final double usual;

    Limit(double usual) {
        this.usual = usual;
    }

    /// The value unless one is set.
    public double usual() {
        return usual;
    }
}
