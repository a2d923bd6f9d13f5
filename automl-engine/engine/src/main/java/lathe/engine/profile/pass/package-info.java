/// Figures of columns from one pass over their rows, in memory that does not grow with them.
///
/// [TableFigures] is the entry. As long as a column has few different values everything is counted exactly; beyond that quantiles,
/// numbers of different values and the commonest texts are estimated, and that is said. Equal rows in equal order give equal figures.
@NullMarked
package lathe.engine.profile.pass;

import org.jspecify.annotations.NullMarked;
