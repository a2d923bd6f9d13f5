package lathe.views.brief;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import lathe.engine.profile.ColumnCharts;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Task;
import lathe.views.desk.OpenProject;
import lathe.views.text.Texts;

/// Keeps the form at the brief of the project, and commits what is typed as changes that can be undone.
final class BriefViewModel {

    private final OpenProject project;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<BriefState> state = new ReadOnlyObjectWrapper<>(BriefState.EMPTY);
    private final Subscription subscription;

    BriefViewModel(OpenProject project, Texts texts) {
        this.project = project;
        this.texts = texts;
        subscription = project.settingsProperty().subscribe(settings -> state.set(state.get().with(settings.brief())));
    }

    ReadOnlyObjectProperty<BriefState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ProjectSettings> settingsProperty() {
        return project.settingsProperty();
    }

    OpenProject project() {
        return project;
    }

    void commit(BriefPart part, String text) {
        project.change(texts.get("undo", texts.get("field." + part.key())), settings ->
                settings.withBrief(part.in(settings.brief(), text.strip())));
    }

    /// Takes a number as the user's locale writes it, or notes that it is none.
    void commit(BriefNumber field, String text) {
        OptionalDouble read = texts.numbers().parse(text);
        if (read.isEmpty()) {
            state.set(state.get().withWrong(field, text));
            return;
        }
        state.set(state.get().withRight(field));
        project.change(texts.get("undo", texts.get("field." + field.key())), settings ->
                settings.withBrief(field.in(settings.brief(), read.getAsDouble())));
    }

    /// @param metric id; empty to leave it to Lathe
    void setMetric(String metric) {
        project.change(texts.get("undo", texts.get("field.metric")), settings ->
                settings.withSearch(settings.search().withMetric(metric)));
    }

    /// The task, as far as it is known: chosen, or seen from the target's values.
    Optional<Task> task() {
        Optional<Task> chosen = project.settings().chosenTask();
        if (chosen.isPresent()) {
            return chosen;
        }
        Optional<ColumnCharts> charts = project.chartsProperty().get().optional()
                .filter(known -> !known.target().isEmpty() && known.target().equals(project.settings().target()));
        return charts.map(known -> known.classes().isEmpty() ? Task.REGRESSION
                : known.classes().size() == 2 ? Task.BINARY : Task.MULTICLASS);
    }

    /// Metrics to choose from: those of the task, or all while it is not known.
    List<String> metrics() {
        return task().map(Metrics::forTask).orElseGet(Metrics::all).stream().map(Metric::id).toList();
    }

    void close() {
        subscription.unsubscribe();
    }
}
