/// Fitted preprocessing steps: what turns raw columns into the numbers a form reads.
///
/// A step reads columns of a [Frame] by name and puts columns into it. Every step means three things: how it is fitted
/// (in the engine's `prepare`), this fitted form with its codec, and its ONNX recipe.
@NullMarked
package lathe.scoring.step;

import org.jspecify.annotations.NullMarked;
