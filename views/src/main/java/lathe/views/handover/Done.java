package lathe.views.handover;

import java.nio.file.Path;
import lathe.engine.export.ExportCheck;

/// What came of a deed.
///
/// @param file  written or checked
/// @param check how its answers compare with those on record
record Done(Path file, ExportCheck check) { }
