package lathe.engine.adapter.onnx;

/// How close a file's answers came to the pipeline's.
///
/// @param rows              rows compared
/// @param largestDifference largest |a − b| / max(1, |b|) over all answers; infinite if only one of them is a number
/// @param labelMismatches   rows with another label, of those where it is not a near tie
public record OnnxAgreement(int rows, double largestDifference, int labelMismatches) {

    /// Largest difference at which a file counts as equal. Sums taken in another order cost about 1e-12.
    public static final double LIMIT = 1e-9;

    public boolean holds() {
        return largestDifference <= LIMIT && labelMismatches == 0;
    }
}
