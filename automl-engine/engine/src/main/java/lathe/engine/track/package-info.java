/// Keeps what was tried: the project folder, its settings, its runs and their trials as files, and the leaderboard.
///
/// The files are the truth; the [RunIndex] is a copy of them that answers questions faster and may be deleted. Everything
/// is written so that a crash loses nothing that was finished, and refused with its name when it is not understood.
///
/// Imports: `learn`, `evaluate`, `provenance`. Must not import `flow` or any adapter.
@NullMarked
package lathe.engine.track;

import org.jspecify.annotations.NullMarked;
