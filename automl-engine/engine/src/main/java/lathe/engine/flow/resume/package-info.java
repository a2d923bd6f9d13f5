/// What a run leaves in `runs/<id>/resume` so that it can be continued: its trials with their predictions and fold models.
@NullMarked
package lathe.engine.flow.resume;

import org.jspecify.annotations.NullMarked;
