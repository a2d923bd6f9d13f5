/// XGBoost as a plug-in: its boosted trees, fitted by its native library, read into Lathe's own trees.
///
/// Source: T. Chen, C. Guestrin, "XGBoost: A Scalable Tree Boosting System" (2016).
@NullMarked
package lathe.xgboost;

import org.jspecify.annotations.NullMarked;
