package lathe.views.leaderboard;

import java.util.Locale;

/// How a row stands to the first of its leaderboard.
public enum Standing {
    LEADER, TIED, BEHIND, SKIPPED, DROPPED, FAILED, CANCELLED;

    public boolean isScored() {
        return this == LEADER || this == TIED || this == BEHIND;
    }

    /// Part of the keys of its texts.
    String key() {
        return "standing." + name().toLowerCase(Locale.ROOT);
    }
}
