/// Writes a whole pipeline as one ONNX file, raw columns in and answers out, and tries the file with ONNX Runtime.
///
/// Opset 21, ai.onnx.ml 5, IR 10; every number is a `double`. Texts need ONNX Runtime's own `Tokenizer`
/// (`com.microsoft`); all else is standard. Each [lathe.scoring.step.FittedStep] and each [lathe.scoring.form.Form] has
/// its nodes in one place, and one contract test tries them all.
///
/// The other way round it runs what a learner brought as a graph, see [lathe.engine.adapter.onnx.OnnxGraphRunner]; such graphs may
/// hold `float`.
///
/// Imports: `lathe.scoring`, `export`, the ONNX messages and ONNX Runtime, which nobody else touches.
@NullMarked
package lathe.engine.adapter.onnx;

import org.jspecify.annotations.NullMarked;
