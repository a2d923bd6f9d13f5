/// What engineers embed: the shapes of data and of fitted models, and the way from a raw row to a prediction.
///
/// Holds no training code and no native library. A table has two kinds of column only: numbers as `double`
/// (missing is `NaN`) and everything else as dictionary-coded canonical text (missing is code -1).
///
/// Imports: the JDK and one JSON library. Nothing of the engine.
@NullMarked
package lathe.scoring;

import org.jspecify.annotations.NullMarked;
