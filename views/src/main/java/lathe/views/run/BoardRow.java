package lathe.views.run;

import lathe.engine.track.LeaderboardRow;

/// A line of the growing leaderboard.
///
/// @param rank    from 1; 0 for what has no score
/// @param name    `boosting #7`, or `ensemble`
/// @param learner its id
/// @param value   `NaN` without score
/// @param lower   lower end of the 95 % interval; `NaN` if not known yet
/// @param upper   upper end
/// @param tied    whether it cannot be told apart from the leader
/// @param status  how the trial ended
/// @param reason  why there is no score
/// @param remedy  what could be done about that
public record BoardRow(int rank, String name, String learner, double value, double lower, double upper, boolean tied,
                       LiveTrial.Status status, String reason, String remedy) {

    static BoardRow of(LeaderboardRow row) {
        LiveTrial.Status status = switch (row.status()) {
            case SCORED -> LiveTrial.Status.SCORED;
            case SKIPPED -> LiveTrial.Status.SKIPPED;
            case DROPPED -> LiveTrial.Status.DROPPED;
            case FAILED -> LiveTrial.Status.FAILED;
            case CANCELLED -> LiveTrial.Status.CANCELLED;
        };
        return new BoardRow(row.rank(), row.name(), row.learner(), row.value(), row.lower(), row.upper(), row.tied(), status,
                row.reason(), row.remedy());
    }

    static BoardRow of(LiveTrial trial, int rank, boolean tied) {
        return new BoardRow(rank, trial.name(), trial.learner(), trial.value(), trial.lower(), trial.upper(), tied,
                trial.status(), trial.reason(), trial.remedy());
    }
}
