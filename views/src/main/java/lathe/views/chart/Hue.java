package lathe.views.chart;

import java.util.List;

/// What a colour means; the {@link ChartTheme} decides which colour it is.
public enum Hue {
    ACCENT, GOOD, CAUTION, BAD, NEUTRAL, MUTED,
    /// Model families.
    BASELINE, LINEAR, FORESTS, BOOSTING, SIMILARITY, NETWORKS, ENSEMBLE;

    private static final List<Hue> SERIES = List.of(ACCENT, BAD, LINEAR, FORESTS, NETWORKS, NEUTRAL);

    /// The colour of class or series 0, 1, 2 ...; after six they come again.
    public static Hue ofSeries(int index) {
        return SERIES.get(Math.floorMod(index, SERIES.size()));
    }
}
