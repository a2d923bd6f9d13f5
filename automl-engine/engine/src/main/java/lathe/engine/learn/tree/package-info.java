/// Trees grown on a binned matrix: gradient boosting, forests, extra trees and single trees.
@NullMarked
package lathe.engine.learn.tree;

import org.jspecify.annotations.NullMarked;
