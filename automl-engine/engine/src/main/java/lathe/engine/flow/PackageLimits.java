package lathe.engine.flow;

import java.util.Locale;

/// What a package may cost whoever gets it.
///
/// @param megabytes   stored size, in millions of bytes
/// @param openSeconds time to open it
/// @param rowMicros   processor time of one row among many; infinite where it does not matter
record PackageLimits(double megabytes, double openSeconds, double rowMicros) {

    /// Any package.
    static final PackageLimits USUAL = new PackageLimits(100, 2, Double.POSITIVE_INFINITY);
    /// Cores that quick answers may keep busy: a file is answered on all there are.
    static final int FAST_CORES = 2;
    /// One that answers 100,000 rows in a second.
    static final PackageLimits FAST = new PackageLimits(100, 2, 10 * FAST_CORES);

    // Times of the same answers differ from one measurement to the next.
    private static final double PLANNED = 1 / 1.15;
    // Manifest, golden rows, card and profile.
    private static final double EMPTY_MEGABYTES = 2;
    // Processor time in a virtual machine that has just started, and what each million bytes adds; see docs/benchmarks.md.
    private static final double EMPTY_SECONDS = 0.4;
    private static final double SECONDS_A_MEGABYTE = 0.016;

    /// What a model adds to a package.
    ///
    /// @param bytes     as stored
    /// @param rowMicros processor time of one row, preparing included; 0 if it was not asked for
    record Cost(double bytes, double rowMicros) {
        Cost plus(Cost other) {
            return new Cost(bytes + other.bytes, rowMicros + other.rowMicros);
        }

        Cost times(double factor) {
            return new Cost(bytes * factor, rowMicros * factor);
        }
    }

    /// The largest share of any limit that models of such a cost take; above 1 they do not fit.
    double share(Cost cost) {
        double size = EMPTY_MEGABYTES + cost.bytes() / 1e6;
        double opening = EMPTY_SECONDS + SECONDS_A_MEGABYTE * size;
        return Math.max(Math.max(size / megabytes, opening / openSeconds), cost.rowMicros() / rowMicros);
    }

    /// Microseconds a row that may be planned with, so that they keep the limit when they are measured again.
    double plannedMicros() {
        return PLANNED * rowMicros;
    }

    /// Whether answers must be quick.
    boolean isQuick() {
        return Double.isFinite(rowMicros);
    }

    boolean fits(Cost cost) {
        return share(cost) <= 1;
    }

    /// Why a trial's models alone do not fit; empty if they do.
    String refusal(Cost cost) {
        return fits(new Cost(cost.bytes(), 0)) ? "" : String.format(Locale.ROOT,
                "Its models take %.0f MB, too much for a package of at most %.0f MB that opens within %.0f s, so it is not handed over.",
                cost.bytes() / 1e6, megabytes, openSeconds);
    }
}
