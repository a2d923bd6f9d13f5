package lathe.scoring.pack;

import lathe.scoring.Pipeline;
import lathe.scoring.Signature;

/// Everything that lies in a `model.lathe`.
///
/// @param formatVersion version of the layout, [#FORMAT_VERSION] when written by this Lathe
/// @param pipeline      what predicts, with its signature
/// @param manifest      what is said about it
/// @param golden        rows with the answers they must give
/// @param profile       statistics of the training rows as JSON text, for drift
/// @param card          the model in words, one self-contained HTML page
public record ModelPackage(int formatVersion, Pipeline pipeline, Manifest manifest, GoldenRows golden, String profile, String card) {

    /// The layout written, and the newest one read.
    public static final int FORMAT_VERSION = 1;

    /// A package of the current layout.
    public static ModelPackage of(Pipeline pipeline, Manifest manifest, GoldenRows golden, String profile, String card) {
        return new ModelPackage(FORMAT_VERSION, pipeline, manifest, golden, profile, card);
    }

    public Signature signature() {
        return pipeline.signature();
    }
}
