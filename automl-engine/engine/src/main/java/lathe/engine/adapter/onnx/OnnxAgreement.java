package lathe.engine.adapter.onnx;

import lathe.scoring.Pipeline;
import lathe.scoring.form.Graph;

/// How close a file's answers came to the pipeline's.
///
/// @param rows              rows compared
/// @param largestDifference largest |a − b| / max(1, |b|) over all answers; infinite if only one of them is a number
/// @param labelMismatches   rows with another label, of those where it is not a near tie
/// @param limit             largest difference at which the file counts as equal
public record OnnxAgreement(int rows, double largestDifference, int labelMismatches, double limit) {

    /// Usual limit. Sums taken in another order cost about 1e-12.
    public static final double LIMIT = 1e-9;

    public OnnxAgreement(int rows, double largestDifference, int labelMismatches) {
        this(rows, largestDifference, labelMismatches, LIMIT);
    }

    /// [#LIMIT], or more for a pipeline that holds a [Graph], which may compute with 32 bits.
    static double limit(Pipeline pipeline) {
        return Graph.isIn(pipeline.model()) ? Graph.TOLERANCE : LIMIT;
    }

    public boolean holds() {
        return largestDifference <= limit && labelMismatches == 0;
    }
}
