/// Plans how columns become numbers, and fits that plan inside a fold.
///
/// A [Step] is a plan for one column; fitted to training rows it leaves `FittedStep`s behind. Whatever reads the target is
/// fitted on training rows only, and what it says about those rows themselves comes from inner folds.
@NullMarked
package lathe.engine.prepare;

import org.jspecify.annotations.NullMarked;
