package lathe.views.prepare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lathe.engine.flow.ColumnPreparation;
import lathe.engine.prepare.LikelyMerge;
import lathe.engine.prepare.StepWish;
import lathe.engine.profile.Finding;
import lathe.engine.profile.Treatment;
import lathe.engine.progress.CancelToken;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.views.desk.OpenProject;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// The values of a column that a person merges by hand, and what they are likely to be.
final class MergeViewModel {

    /// The step this is about.
    static final String STEP = "merge";

    private static final int MOST = 500;

    private final OpenProject project;
    private final Work work;
    private final ReadOnlyObjectWrapper<Loadable<List<LikelyMerge>>> values = new ReadOnlyObjectWrapper<>(Loadable.empty());
    private CancelToken looking = new CancelToken();
    private @Nullable StringColumn seen;

    MergeViewModel(OpenProject project, Work work) {
        this.project = project;
        this.work = work;
    }

    /// A value with what is decided about it.
    ///
    /// @param target what it is read as; empty for itself
    /// @param likely what it may be meant to be; empty for itself
    record Line(String value, int rows, String target, String likely) { }

    ReadOnlyObjectProperty<Loadable<List<LikelyMerge>>> valuesProperty() {
        return values.getReadOnlyProperty();
    }

    /// Looks at the values of a column that is merged; of any other nothing is known.
    void look(ColumnPlan plan) {
        StringColumn column = StepWish.parse(plan.step()).step().equals(STEP) ? column(plan) : null;
        if (isSame(column, seen)) {
            return;
        }
        looking.cancel();
        seen = column;
        if (column == null) {
            values.set(Loadable.empty());
            return;
        }
        values.set(new Loadable.Busy<>(Progress.UNKNOWN));
        looking = work.run((cancel, progress) -> ColumnPreparation.likelyMerges(column, MOST),
                found -> values.set(new Loadable.Ready<>(found)), problem -> values.set(new Loadable.Failed<>(problem)));
    }

    // Two columns may be large; whether it is the same one is all that is asked.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable StringColumn one, @Nullable StringColumn other) {
        return one == other;
    }

    private @Nullable StringColumn column(ColumnPlan plan) {
        Table table = project.dataProperty().get().optional().map(read -> read.table()).orElse(null);
        return table != null && table.schema().find(plan.name()).isPresent() && table.column(plan.name()) instanceof StringColumn texts ? texts : null;
    }

    /// The values with what is decided; none while they are looked at.
    List<Line> lines(ColumnPlan plan) {
        Map<String, String> decided = StepWish.parse(plan.step()).values();
        Map<String, String> found = found(plan);
        return values.get().optional().orElse(List.of()).stream().map(each -> new Line(each.value(), each.rows(),
                decided.getOrDefault(each.value(), ""), each.likely().isEmpty() ? found.getOrDefault(each.value(), "") : each.likely())).toList();
    }

    // Slips of the pen and words in another order, as a finding tells of them.
    private static Map<String, String> found(ColumnPlan plan) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Finding finding : plan.findings()) {
            finding.alternatives().stream().filter(each -> each.action() == Treatment.Action.MERGE).map(Treatment::values)
                    .forEach(group -> group.stream().skip(1).filter(value -> !value.strip().equalsIgnoreCase(group.getFirst().strip()))
                            .forEach(value -> found.put(value, group.getFirst())));
        }
        return found;
    }

    /// Suggestions not taken yet.
    static List<Line> open(List<Line> lines) {
        return lines.stream().filter(line -> line.target().isEmpty() && !line.likely().isEmpty()).toList();
    }

    /// The wish with all suggestions that were not taken yet.
    static StepWish suggested(StepWish wish, List<Line> lines) {
        StepWish changed = wish;
        for (Line line : open(lines)) {
            changed = changed.reading(line.value(), line.likely());
        }
        return changed;
    }

    void close() {
        looking.cancel();
    }
}
