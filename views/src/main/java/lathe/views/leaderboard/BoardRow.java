package lathe.views.leaderboard;

import lathe.engine.track.LeaderboardRow;

/// A row of the leaderboard with what the screen says about it.
///
/// @param row         as the engine has it
/// @param preparation how columns were prepared, `linear` or `trees`; empty for the ensemble
/// @param standing    to the leader
/// @param simplest    whether it is the simplest of those that cannot be told apart from the leader, itself included
/// @param handedOver  whether the run's model file is made of it
public record BoardRow(LeaderboardRow row, String preparation, Standing standing, boolean simplest, boolean handedOver) {

    public String name() {
        return row.name();
    }

    public boolean isScored() {
        return standing.isScored();
    }

    /// Half of the 95 % interval; `NaN` if that is not known.
    public double halfWidth() {
        return (row.upper() - row.lower()) / 2;
    }

    static Standing standing(LeaderboardRow row) {
        if (row.rank() == 1) {
            return Standing.LEADER;
        }
        if (row.rank() > 1) {
            return row.tied() ? Standing.TIED : Standing.BEHIND;
        }
        return switch (row.status()) {
            case FAILED -> Standing.FAILED;
            case DROPPED -> Standing.DROPPED;
            case CANCELLED -> Standing.CANCELLED;
            case SKIPPED, SCORED -> Standing.SKIPPED;
        };
    }

}
