/// Learners that are not part of Lathe: jars a person has put into the `plugins` folder.
///
/// A jar is code and may do whatever its user may do. So the folder is named by the program's start alone, never by a project,
/// a model or a table; opening what others sent loads nothing.
@NullMarked
package lathe.engine.learn.plugin;

import org.jspecify.annotations.NullMarked;
