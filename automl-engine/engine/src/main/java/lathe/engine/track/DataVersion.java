package lathe.engine.track;

import java.time.Instant;
import lathe.engine.profile.TableSketch;
import lathe.scoring.Fingerprint;

/// The data of a project as it was once.
///
/// @param fingerprint of all cells, as read
/// @param read        when it was read first
/// @param source      path as in the settings
/// @param sketch      what is kept of it
public record DataVersion(Fingerprint fingerprint, Instant read, String source, TableSketch sketch) { }
