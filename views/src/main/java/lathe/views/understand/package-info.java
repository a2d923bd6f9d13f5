/// The screen Understand: what the model of the latest run does on the whole table, by column and for one row.
@NullMarked
package lathe.views.understand;

import org.jspecify.annotations.NullMarked;
