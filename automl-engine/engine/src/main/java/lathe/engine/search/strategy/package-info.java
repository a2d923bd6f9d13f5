/// Ways to search: each decides what is tried next from what is known.
@NullMarked
package lathe.engine.search.strategy;

import org.jspecify.annotations.NullMarked;
