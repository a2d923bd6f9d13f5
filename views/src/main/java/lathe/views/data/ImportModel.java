package lathe.views.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.ImportPreview;
import lathe.engine.data.ImportReport;
import lathe.engine.data.Imported;
import lathe.engine.data.SourceTables;
import lathe.engine.data.TableImport;
import lathe.engine.flow.ProjectReading;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ReadingChoice;
import lathe.scoring.ProblemException;
import lathe.views.work.Loadable;
import lathe.views.work.Work;

/// Tries ways of reading the file on its head, before one of them becomes the project's.
final class ImportModel {

    private static final int ROWS = 200;

    private final DataViewModel data;
    private final Work work;
    private final ReadOnlyObjectWrapper<ReadingChoice> draft = new ReadOnlyObjectWrapper<>(ReadingChoice.NONE);
    private final ObjectProperty<Loadable<ImportPreview>> preview = new SimpleObjectProperty<>(Loadable.empty());
    private final ReadOnlyObjectWrapper<List<String>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<SourceTables> tables = new ReadOnlyObjectWrapper<>(SourceTables.ONE);
    private CancelToken reading = new CancelToken();
    private CancelToken looking = new CancelToken();

    ImportModel(DataViewModel data, Work work) {
        this.data = data;
        this.work = work;
        preview.subscribe(this::showLines);
    }

    /// The file's first lines as they stand there, also while it cannot be read as a table.
    ReadOnlyObjectProperty<List<String>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    private void showLines(Loadable<ImportPreview> now) {
        if (now instanceof Loadable.Ready<ImportPreview>(ImportPreview read)) {
            lines.set(read.lines());
        } else if (now instanceof Loadable.Failed<ImportPreview>) {
            Path file = data.source();
            ImportOptions options = ProjectReading.of(data.project().settings().withReading(draft.get()));
            var _ = work.run((cancel, progress) -> new TableImport().lines(file, options), lines::set, problem -> lines.set(List.of()));
        }
    }

    /// The tables of the source among which one may choose; known after [#look].
    ReadOnlyObjectProperty<SourceTables> tablesProperty() {
        return tables.getReadOnlyProperty();
    }

    void look() {
        looking.cancel();
        Path file = data.source();
        ImportOptions options = ImportOptions.defaults();
        looking = work.run((cancel, progress) -> new TableImport().tables(file, options), tables::set,
                problem -> tables.set(SourceTables.ONE));
    }

    /// What a file of that name may be told about its reading while nothing was found out.
    ImportReport unread() {
        String name = data.fileName().toLowerCase(Locale.ROOT);
        return ImportReport.of(tables.get().kind() == SourceTables.Kind.TABLES ? "jdbc" : name.endsWith(".xlsx") ? "excel" : name.endsWith(".parquet") ? "parquet"
                : name.contains(".json") || name.contains(".ndjson") ? "jsonl" : "csv");
    }

    ReadOnlyObjectProperty<ReadingChoice> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    ObjectProperty<Loadable<ImportPreview>> previewProperty() {
        return preview;
    }

    /// Begins with the way the project reads its file now.
    void open() {
        draft.set(data.project().settings().reading());
        look();
        refresh();
    }

    /// Tries a change at once.
    void change(UnaryOperator<ReadingChoice> edit) {
        ReadingChoice now = edit.apply(draft.get());
        if (!now.equals(draft.get())) {
            draft.set(now);
            refresh();
        }
    }

    private void refresh() {
        reading.cancel();
        Path file = data.source();
        ImportOptions options = ProjectReading.of(data.project().settings().withReading(draft.get()));
        reading = work.load(preview, (cancel, progress) -> read(file, options));
    }

    // Another header row or sheet may have none of the columns whose types were chosen.
    private static ImportPreview read(Path file, ImportOptions options) {
        TableImport tables = new TableImport();
        try {
            return tables.preview(file, options, ROWS);
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("column-unknown")) {
                throw refused;
            }
            return tables.preview(file, new ImportOptions(options.sheet(), options.headerRow(), options.charset(), options.separator(),
                    options.decimalMark(), Map.of(), Map.of(), options.missingTokens(), options.sample(), options.parts(), options.badRows()), ROWS);
        }
    }

    void stop() {
        reading.cancel();
        looking.cancel();
        preview.set(Loadable.empty());
    }

    boolean isChanged() {
        return !draft.get().equals(data.project().settings().reading());
    }

    /// Makes the tried way the project's; does nothing while it is not known to work.
    void apply() {
        preview.get().optional().ifPresent(now -> {
            if (isChanged()) {
                data.applyReading(draft.get(), now.imported().table().schema());
            }
        });
    }

    /// What is known of the tried way: of the whole file while nothing was changed, otherwise of its head.
    ImportReport report(ImportReport ofHead) {
        Imported whole = data.tableProperty().get();
        return !isChanged() && whole != null ? whole.report() : ofHead;
    }

    Optional<Imported> shown() {
        return preview.get().optional().map(ImportPreview::imported);
    }
}
