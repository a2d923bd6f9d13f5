/// Distillation: one small model, the pupil, is taught to answer as a blend of many does.
///
/// Source: C. Bucilă, R. Caruana, A. Niculescu-Mizil, "Model Compression" (2006), whose mixed rows are drawn here column by column.
@NullMarked
package lathe.engine.flow.pupil;

import org.jspecify.annotations.NullMarked;
