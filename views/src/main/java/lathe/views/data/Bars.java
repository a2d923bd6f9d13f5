package lathe.views.data;

import java.util.List;
import java.util.Optional;
import lathe.engine.profile.ColumnChart;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.LevelCount;
import lathe.engine.profile.NumberSummary;

/// The small picture of a column's values: how many rows each bin or common value has.
final class Bars {

    private static final int MOST = 16;

    private Bars() { }

    static List<Double> of(Optional<FieldProfile> profile, Optional<ColumnChart> chart) {
        if (chart.isPresent()) {
            return chart.get().bins().stream().limit(MOST).map(bin -> (double) bin.rows()).toList();
        }
        return profile.map(Bars::of).orElse(List.of());
    }

    private static List<Double> of(FieldProfile profile) {
        NumberSummary numbers = profile.numbers();
        return numbers != null ? numbers.histogram().counts().stream().map(Integer::doubleValue).toList()
                : profile.top().stream().limit(MOST).map(LevelCount::count).map(Integer::doubleValue).toList();
    }
}
