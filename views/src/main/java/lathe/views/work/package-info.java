/// Work beside the window's thread: jobs with progress and cancel, and the relay that hands events over in batches.
@NullMarked
package lathe.views.work;

import org.jspecify.annotations.NullMarked;
