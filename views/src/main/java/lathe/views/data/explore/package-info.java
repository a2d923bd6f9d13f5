/// Free exploration on the screen Data: rows that meet a condition, in groups by a column, and any two columns side by side.
@NullMarked
package lathe.views.data.explore;

import org.jspecify.annotations.NullMarked;
