package lathe.views.leaderboard;

import java.util.Locale;
import java.util.function.Function;

/// Which rows of the leaderboard are wanted.
///
/// @param text    part of the model's name or of its reason, in any case; empty for all
/// @param learner id; empty for all
/// @param kind    of standing
public record RowFilter(String text, String learner, Kind kind) {

    /// Groups of standings one may ask for.
    public enum Kind {
        ALL, SCORED, EQUALS, UNSCORED;

        boolean holds(Standing standing) {
            return switch (this) {
                case ALL -> true;
                case SCORED -> standing.isScored();
                case EQUALS -> standing == Standing.LEADER || standing == Standing.TIED;
                case UNSCORED -> !standing.isScored();
            };
        }
    }

    public static final RowFilter NONE = new RowFilter("", "", Kind.ALL);

    public RowFilter withText(String wanted) {
        return new RowFilter(wanted, learner, kind);
    }

    public RowFilter withLearner(String wanted) {
        return new RowFilter(text, wanted, kind);
    }

    public RowFilter withKind(Kind wanted) {
        return new RowFilter(text, learner, wanted);
    }

    /// @param title the name of the row as the user reads it
    boolean holds(BoardRow row, Function<BoardRow, String> title) {
        return kind.holds(row.standing()) && (learner.isEmpty() || learner.equals(row.row().learner())) && holdsText(row, title);
    }

    private boolean holdsText(BoardRow row, Function<BoardRow, String> title) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return (title.apply(row) + "\n" + row.name() + "\n" + row.row().reason()).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
