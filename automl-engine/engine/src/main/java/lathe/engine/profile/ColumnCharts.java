package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Table;

/// Pictures of all columns of a table in numbers, each beside the target.
///
/// @param target  column to predict; empty if there is none
/// @param classes its classes in order, the ten commonest if there are more; empty for a number target
/// @param columns in the order of the table, the target among them
public record ColumnCharts(String target, List<String> classes, List<ColumnChart> columns) {

    private static final int MOST_CLASSES = 10;

    public ColumnCharts {
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
    }

    /// Computes them in one pass over the columns; equal tables give equal charts.
    ///
    /// @param target empty, or not a column of the table, for none
    /// @throws CancellationException if asked to stop
    public static ColumnCharts of(Table table, String target, CancelToken cancel) {
        Optional<TargetView> view = table.schema().find(target).isEmpty() ? Optional.empty()
                : Optional.of(TargetView.of(table, target));
        int[] codes = view.filter(each -> !each.isNumber()).map(ColumnCharts::shown).orElse(new int[0]);
        ChartDrawer drawer = new ChartDrawer(table, view, codes);
        List<ColumnChart> charts = new ArrayList<>();
        for (int i = 0; i < table.schema().size(); i++) {
            if (cancel.isCancelled()) {
                throw new CancellationException("charts are not wanted any more");
            }
            charts.add(drawer.draw(table.schema().field(i), table.columns().get(i)));
        }
        List<String> classes = view.map(each -> IntStream.of(codes).mapToObj(each.classes()::get).toList()).orElse(List.of());
        return new ColumnCharts(view.isPresent() ? target : "", classes, charts);
    }

    private static int[] shown(TargetView target) {
        int[] counts = target.counts();
        Comparator<Integer> commonest = Comparator.comparingInt((Integer code) -> counts[code]).reversed();
        return IntStream.range(0, counts.length).boxed().filter(code -> counts[code] > 0)
                .sorted(commonest.thenComparing(Comparator.naturalOrder())).limit(MOST_CLASSES)
                .sorted(Comparator.comparing(target.classes()::get)).mapToInt(Integer::intValue).toArray();
    }

    /// @throws IllegalArgumentException if there is no such column
    public ColumnChart column(String name) {
        return columns.stream().filter(chart -> chart.column().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column named '%s'".formatted(name)));
    }
}
