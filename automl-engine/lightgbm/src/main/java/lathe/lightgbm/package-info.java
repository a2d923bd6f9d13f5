/// LightGBM as a plug-in: Microsoft's boosted trees, fitted by its native library, read into Lathe's own trees.
///
/// Source: G. Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision Tree" (2017).
@NullMarked
package lathe.lightgbm;

import org.jspecify.annotations.NullMarked;
