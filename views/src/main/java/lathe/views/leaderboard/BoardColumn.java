package lathe.views.leaderboard;

import java.util.Comparator;
import java.util.Locale;

/// The columns of the leaderboard that every run has.
enum BoardColumn {
    RANK(36, true, false, Comparator.comparingInt(row -> row.row().rank() == 0 ? Integer.MAX_VALUE : row.row().rank())),
    MODEL(166, true, false, Comparator.comparing(BoardRow::name)),
    SCORE(124, true, true, Comparator.comparingDouble(row -> row.row().value())),
    INTERVAL(84, true, true, Comparator.comparingDouble(BoardRow::halfWidth)),
    STANDING(172, true, true, Comparator.comparing(BoardRow::standing)),
    FOLDS(76, true, true, Comparator.comparingDouble(BoardColumn::spread)),
    FIT(78, true, true, Comparator.comparingDouble(row -> row.row().fitSeconds())),
    PREDICT(116, false, true, Comparator.comparingDouble(row -> row.row().cost().predictMicros())),
    SIZE(84, false, true, Comparator.comparingLong(row -> row.row().cost().bytes())),
    FEATURES(88, false, true, Comparator.comparingInt(row -> row.row().cost().features())),
    WEIGHT(88, false, true, Comparator.comparingDouble(row -> row.row().weight()));

    private final double width;
    private final boolean usual;
    private final boolean optional;
    @SuppressWarnings("ImmutableEnumChecker")   // made of key extractors only
    private final Comparator<BoardRow> order;

    BoardColumn(double width, boolean usual, boolean optional, Comparator<BoardRow> order) {
        this.width = width;
        this.usual = usual;
        this.optional = optional;
        this.order = order;
    }

    /// Part of the keys of its texts, and what the preferences call it.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    double width() {
        return width;
    }

    /// Whether it is shown as long as nothing was chosen.
    boolean isUsual() {
        return usual;
    }

    boolean isOptional() {
        return optional;
    }

    Comparator<BoardRow> order() {
        return order;
    }

    private static double spread(BoardRow row) {
        double low = row.row().foldValues().stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        double high = row.row().foldValues().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return high - low;
    }
}
