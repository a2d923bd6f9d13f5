package lathe.views.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import lathe.engine.data.ChosenFiles;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.ImportQuestion;
import lathe.engine.data.Imported;
import lathe.engine.data.SourceTables;
import lathe.engine.flow.ProjectReading;
import lathe.engine.profile.ColumnCharts;
import lathe.engine.profile.PersonalSigns;
import lathe.engine.profile.TableProfile;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.ReadingChoice;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.views.desk.DataFile;
import lathe.views.desk.OpenProject;
import lathe.views.text.Terms;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// Folds data, profile and settings of the project into what the screen shows, and turns clicks into changes.
final class DataViewModel {

    /// Codes of the problems that one of several tables must be chosen first.
    static final Set<String> SEVERAL = Set.of("archive-several", "archive-entry-unknown", "database-table");
    /// Code of the problem that rows have a wrong number of cells.
    static final String RAGGED = "rows-ragged";

    private final OpenProject project;
    private final Work work;
    private final Texts texts;
    private final Terms terms;
    private final Consumer<Problem> problems;
    private final ObjectProperty<Loadable<Path>> page = new SimpleObjectProperty<>(Loadable.empty());
    private final ReadOnlyObjectWrapper<DataState> state = new ReadOnlyObjectWrapper<>(DataState.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable Imported> table = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper again = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper blocker = new ReadOnlyStringWrapper("");
    private final Subscription subscription;
    private Path shownSource = Path.of("");
    private Optional<TableProfile> profile = Optional.empty();   // the last ones: they stay in view while new ones are made
    private Optional<ColumnCharts> charts = Optional.empty();

    /// @param problems hears why another file could not be taken
    DataViewModel(OpenProject project, Work work, Texts texts, Consumer<Problem> problems) {
        this.project = project;
        this.work = work;
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.problems = problems;
        subscription = Subscription.combine(project.dataProperty().subscribe(this::read),
                project.profileProperty().subscribe(this::fold), project.chartsProperty().subscribe(this::fold),
                project.settingsProperty().subscribe(this::fold));
    }

    /// The screen as a whole. While the same file is read in another way, the former reading stays in view.
    ObjectProperty<Loadable<Path>> pageProperty() {
        return page;
    }

    ReadOnlyObjectProperty<DataState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The table as it was read last. Listen by invalidation only: comparing two tables takes long.
    ReadOnlyObjectProperty<@Nullable Imported> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /// Whether the file is being read once more.
    ReadOnlyBooleanProperty againProperty() {
        return again.getReadOnlyProperty();
    }

    ReadOnlyStringProperty blockerProperty() {
        return blocker.getReadOnlyProperty();
    }

    DataState state() {
        return state.get();
    }

    OpenProject project() {
        return project;
    }

    Optional<ColumnCharts> charts() {
        return charts;
    }

    /// What makes a column look as if it held data about persons, once the table is profiled.
    Optional<PersonalSigns.Sign> personalSign(String column) {
        return profile().flatMap(known -> known.fields().stream().filter(field -> field.name().equals(column)).findFirst()).flatMap(PersonalSigns::of);
    }

    Optional<TableProfile> profile() {
        return profile;
    }

    /// The file of the data, as a path of this machine.
    Path source() {
        return project.folder().root().resolve(project.settings().source()).normalize();
    }

    String fileName() {
        return Objects.requireNonNullElse(source().getFileName(), source()).toString();
    }

    private void read(Loadable<Imported> now) {
        switch (now) {
            case Loadable.Ready<Imported>(Imported value) -> {
                if (!source().equals(shownSource)) {
                    profile = Optional.empty();
                    charts = Optional.empty();
                }
                table.set(value);
                shownSource = source();
                again.set(false);
                fold();
                chooseFirst();
                page.set(new Loadable.Ready<>(shownSource));
            }
            case Loadable.Failed<Imported>(Problem problem) -> {
                again.set(false);
                page.set(new Loadable.Failed<>(problem));
            }
            case Loadable.Busy<Imported>(Progress progress) -> {
                boolean stays = page.get() instanceof Loadable.Ready<Path>(Path shown) && shown.equals(source());
                again.set(stays);
                if (!stays) {
                    page.set(new Loadable.Busy<>(progress));
                }
            }
            case Loadable.Empty<Imported> _ -> {
                if (project.settings().source().isEmpty()) {
                    page.set(Loadable.empty());
                }
            }
        }
        block();
    }

    private void fold() {
        Imported read = table.get();
        if (read != null && source().equals(shownSource)) {
            profile = project.profileProperty().get().optional().or(() -> profile);
            charts = project.chartsProperty().get().optional().or(() -> charts);
            state.set(state().with(read.table().schema(), project.settings(), profile, charts));
        }
        block();
    }

    // A card is there from the beginning: that of the first column with an open question, otherwise of the first column.
    private void chooseFirst() {
        if (state().selection().isEmpty() && !state().rows().isEmpty()) {
            select(List.of(state().rows().getFirst().name()));
        }
    }

    private void block() {
        DataState now = state();
        String key = switch (project.dataProperty().get()) {
            case Loadable.Empty<Imported> _ -> "blocker.empty";
            case Loadable.Failed<Imported>(Problem problem) -> SEVERAL.contains(problem.code()) ? "blocker.table"
                    : problem.code().equals(OpenProject.STOPPED) ? "blocker.stopped" : "blocker.failed";
            case Loadable.Busy<Imported> _ -> again.get() && !now.target().isEmpty() ? "" : "blocker.busy";
            case Loadable.Ready<Imported> _ -> now.target().isEmpty() ? "blocker.target" : now.features() == 0 ? "blocker.features" : "";
        };
        blocker.set(key.isEmpty() ? "" : texts.get(key));
    }

    void search(String text) {
        state.set(state().withSearch(text));
    }

    void filter(ColumnFilter filter) {
        state.set(state().withFilter(filter));
    }

    /// Lists the columns with a finding of that kind only; the same again lists all.
    void toggle(FindingKind kind) {
        boolean on = state().kind().equals(Optional.of(kind));
        state.set(state().withKind(on ? Optional.empty() : Optional.of(kind)));
    }

    /// @param names the last chosen one first
    void select(List<String> names) {
        if (!state().selection().equals(names)) {
            state.set(state().withSelection(names));
        }
    }

    /// @param type empty to let Lathe find it
    void setType(List<String> names, Optional<FieldType> type) {
        String what = type.isEmpty() ? texts.get("undo.type-auto", names.size(), names.getFirst())
                : texts.get("undo.type", names.size(), names.getFirst(), terms.type(type.get()));
        change(what, names, (choice, _) -> type.map(choice.withoutType()::withType).orElseGet(choice::withoutType).withStep(""));
    }

    /// @param role empty to let Lathe decide; the target is one column only, the first named
    void setRole(List<String> names, Optional<Role> role) {
        if (role.equals(Optional.of(Role.TARGET))) {
            setTarget(names.getFirst());
            return;
        }
        String what = texts.get("undo.role", names.size(), names.getFirst(),
                role.map(terms::role).orElseGet(() -> texts.get("role.auto")));
        change(what, names, (choice, _) -> role.map(choice::withRole).orElseGet(choice::withoutRole), settings ->
                names.contains(settings.target()) ? target(settings, "") : settings);
    }

    void setTarget(String name) {
        if (!name.isEmpty() && !name.equals(project.settings().target())) {
            change(texts.get("undo.target", name), List.of(name), (choice, _) -> choice.withoutRole(),
                    settings -> target(settings, name));
        }
    }

    // Metric, task and the class looked for belong to the column that was predicted before.
    private static ProjectSettings target(ProjectSettings settings, String name) {
        return settings.withTarget(name).withTask("").withSearch(settings.search().withMetric("").withPositive(""));
    }

    /// Answers "Would you know this before?".
    ///
    /// @param answer one of the constants of [ColumnChoice]
    void answer(String name, String answer) {
        change(texts.get("undo.known", name, texts.get("known." + answer)), List.of(name), (choice, _) ->
                (choice.known().equals(ColumnChoice.KNOWN_AFTER) ? choice.withoutRole() : choice).withKnown(answer));
    }

    private void change(String what, List<String> names, BiFunction<ColumnChoice, String, ColumnChoice> edit) {
        change(what, names, edit, UnaryOperator.identity());
    }

    private void change(String what, List<String> names, BiFunction<ColumnChoice, String, ColumnChoice> edit,
            UnaryOperator<ProjectSettings> also) {
        project.change(what, settings -> {
            Map<String, ColumnChoice> columns = new TreeMap<>(settings.columns());
            for (String name : names) {
                ColumnChoice edited = edit.apply(settings.column(name), name);
                columns.remove(name);
                if (!edited.equals(ColumnChoice.NONE)) {
                    columns.put(name, edited);
                }
            }
            return also.apply(settings.withColumns(columns));
        });
    }

    /// Takes the answer to questions the reading left open.
    ///
    /// @param answer one of the readings of one of them
    void answer(List<ImportQuestion> questions, ImportQuestion.Kind kind, ImportQuestion.Reading answer) {
        project.change(texts.get("undo." + OpenQuestions.word(kind, answer), questions.size(), questions.getFirst().column()),
                settings -> OpenQuestions.answered(settings, questions, kind, answer));
    }

    /// Does something about a finding, or takes it back.
    ///
    /// @param column empty for the whole table
    void treat(String column, Treating.Offer offer) {
        project.change(column.isEmpty() ? offer.words() : texts.get("undo.treat", column, offer.words()), offer.edit());
    }

    /// Puts other data in the place of the present one; choices about columns it has too are kept.
    ///
    /// @param chosen a file, a folder, or several files that make one table
    void chooseData(List<Path> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        Path root = project.folder().root();
        record Found(ChosenFiles files, String source, DataFile seen) { }
        var _ = work.run((cancel, progress) -> {
            ChosenFiles files = ChosenFiles.of(chosen);
            return new Found(files, ProjectFolder.relativeSource(root, files.path()), DataFile.look(files, files.options()));
        }, found -> {
            project.firstRows().know(found.seen());
            project.change(texts.get("undo.file", String.valueOf(found.files().path().getFileName())), settings ->
                    fitting(settings.withSource(found.source()).withReading(ReadingChoice.NONE.withFiles(found.files().files())), found.seen().schema()));
        }, problems);
    }

    /// Reads one table of an archive or a database.
    void chooseTable(SourceTables.Kind kind, String name) {
        ReadingChoice now = project.settings().reading();
        ReadingChoice reading = kind == SourceTables.Kind.ENTRIES ? now.withEntry(name) : now.withSheet(name);
        ChosenFiles source = new ChosenFiles(source(), List.of());
        ImportOptions options = ProjectReading.of(ProjectSettings.EMPTY.withReading(reading));
        var _ = work.run((cancel, progress) -> DataFile.look(source, options), seen -> {
            project.firstRows().know(seen);
            project.change(texts.get("undo.table", name), settings -> fitting(settings.withReading(reading), seen.schema()));
        }, problems);
    }

    /// Leaves out rows that break the format of the file.
    void skipBadRows() {
        project.change(texts.get("undo.bad-rows"), settings -> settings.withReading(settings.reading().withBadRows(ReadingChoice.SKIP)));
    }

    // Where the columns are not known yet, nothing said about columns may stand.
    private static ProjectSettings fitting(ProjectSettings settings, Optional<Schema> schema) {
        return schema.map(known -> fitting(settings, known)).orElseGet(() -> target(settings.withColumns(Map.of()), ""));
    }

    /// Reads the file in another way; decisions about columns that are gone then are dropped.
    void applyReading(ReadingChoice reading, Schema schema) {
        project.change(texts.get("undo.reading"), settings -> fitting(settings.withReading(reading), schema));
    }

    static ProjectSettings fitting(ProjectSettings settings, Schema schema) {
        Map<String, ColumnChoice> columns = new TreeMap<>(settings.columns());
        columns.keySet().removeIf(name -> schema.find(name).isEmpty());
        ProjectSettings kept = settings.withColumns(columns);
        return schema.find(settings.target()).isPresent() ? kept : target(kept, "");
    }

    void cancelReading() {
        project.cancelReading();
    }

    void close() {
        subscription.unsubscribe();
    }
}
