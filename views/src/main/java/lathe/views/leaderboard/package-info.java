/// The Leaderboard: every trial of a run, ranked with its uncertainty, also those without a score.
@NullMarked
package lathe.views.leaderboard;

import org.jspecify.annotations.NullMarked;
