/// Tries learners and hyperparameters within a budget: trials, worker processes, and the order in which things are tried.
@NullMarked
package lathe.engine.search;

import org.jspecify.annotations.NullMarked;
