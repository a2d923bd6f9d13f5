/// The few fitted model forms. Prediction, storage, explanation and export are written once for each of them.
@NullMarked
package lathe.scoring.form;

import org.jspecify.annotations.NullMarked;
