/// Pages and tables for people: the report of a run, the card of a model, the leaderboard as CSV.
///
/// Pages are one file each, load nothing from outside and run no script. Whatever comes from data is escaped by [Html], which
/// takes markup from this package only.
///
/// Imports: `track`, `evaluate`, `learn`. Must not import `flow` or any adapter.
@NullMarked
package lathe.engine.report;

import org.jspecify.annotations.NullMarked;
