package lathe.views.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.scoring.Problem;
import lathe.views.desk.Desk;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Screen;
import lathe.views.parts.DropZone;
import lathe.views.parts.LoadablePane;
import lathe.views.parts.Once;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The screen Data.
public final class DataScreen implements Screen {

    static final List<String> ENDINGS = List.of("csv", "tsv", "txt", "gz", "zip", "xlsx", "parquet", "jsonl", "json", "ndjson",
            "duckdb", "db", "yaml");

    private final Texts texts;
    private final Desk desk;
    private final DataViewModel model;
    private final ImportModel importing;
    private final StackPane content = new StackPane();
    private final LoadablePane<Path> pane;
    // Made when they are first asked for: the first rows of a file are waited for.
    private final Once<ImportPanel> importPanel;
    private final Once<LimitsPage> limits;
    private final Once<VersionsPage> versions;
    private final Once<TableChoice> tables;
    private @Nullable Views views;

    public DataScreen(Desk desk, OpenProject project) {
        this.desk = desk;
        texts = Texts.of(DataScreen.class, desk.locale());
        model = new DataViewModel(project, desk.work(), texts, desk.problems());
        importing = new ImportModel(model, desk.work());
        importPanel = new Once<>(() -> new ImportPanel(texts, importing, this::showColumns, this::chooseFile));
        limits = new Once<>(() -> new LimitsPage(texts, model, this::showColumns));
        versions = new Once<>(() -> new VersionsPage(texts, model, desk.work(), desk.picker(), this::showColumns));
        tables = new Once<>(() -> new TableChoice(texts, model, importing));
        DropZone empty = new DropZone(texts.get("empty.title"), texts.get("empty.advice"), texts.get("choose"), this::chooseFile,
                model::chooseData).with(Parts.named("choose-folder", Parts.button(texts.get("choose-folder"), this::chooseFolder)));
        pane = new LoadablePane<>(model.pageProperty(), Parts.page(Parts.grow(empty)), _ -> columns(), this::failed,
                new ReadingPage(texts, model));
        String sheet = Objects.requireNonNull(DataScreen.class.getResource("data.css")).toExternalForm();
        content.getStylesheets().add(sheet);
        showColumns();
    }

    private Node columns() {
        Button change = Parts.named("change-import", Parts.button(texts.get("change-import"), () -> showImport(ImportOutcome.View.TABLE)));
        Button folder = Parts.named("choose-folder", Parts.iconButton(MaterialDesignF.FOLDER_OPEN_OUTLINE, texts.get("choose-folder"), this::chooseFolder));
        Button other = Parts.named("choose-other", Parts.button(texts.get("choose-other"), this::chooseFile));
        Button tune = Parts.named("limits", Parts.iconButton(MaterialDesignT.TUNE_VARIANT, texts.get("limits.title"),
                () -> showPage(limits.get())));
        Button earlier = Parts.named("earlier-versions", Parts.iconButton(MaterialDesignH.HISTORY, texts.get("versions.title"), this::showVersions));
        Views now = new Views(model);
        views = now;
        VBox page = Parts.page(new DataHead(texts, model, tune, earlier, folder, other, change), new QuestionCard(texts, model), new TargetPrompt(texts, model),
                new LightBar(texts, model, this::showImport, this::showVersions), new WholeFindings(texts, model, now::showRow), now.filters, now.body);
        page.setSpacing(12);
        return page;
    }

    /// The views and the means to choose one; a finding may ask for a row.
    private final class Views {

        private final DataBody body;
        private final FilterBar filters;

        Views(DataViewModel model) {
            body = new DataBody(texts, desk, model, this::showRow);
            filters = new FilterBar(texts, model, body::show);
        }

        void showRow(int row) {
            filters.showRows();
            body.go(row);
        }
    }

    private Node failed(Problem problem) {
        Button other = Parts.named("choose-other", Parts.primary(texts.get("choose-other"), this::chooseFile));
        if (DataViewModel.SEVERAL.contains(problem.code())) {
            other.getStyleClass().remove("accent");   // to choose a table is what most people want here
            HBox heading = Parts.heading(texts.get("tables.title"), model.fileName(), other);
            return Parts.page(heading, Parts.muted(texts.get("tables.advice")), tables.get().look());
        }
        Button again = Parts.named("read-again", Parts.button(texts.get("read-again"), () -> model.project().read()));
        if (problem.code().equals(OpenProject.STOPPED)) {
            again.getStyleClass().add("accent");
            other.getStyleClass().remove("accent");
            return Parts.page(Parts.heading(model.fileName(), ""), Parts.muted(texts.get("stopped")), new HBox(Parts.GAP, again, other));
        }
        Button change = Parts.named("change-import", Parts.button(texts.get("change-import"), () -> showImport(ImportOutcome.View.TABLE)));
        List<Node> actions = new ArrayList<>(List.of(other, again, change));
        if (problem.code().equals(DataViewModel.RAGGED)) {
            actions.add(1, Parts.named("skip-bad-rows", Parts.button(texts.get("skip-bad-rows"), model::skipBadRows)));
        }
        return Parts.page(Parts.heading(model.fileName(), ""), new ProblemCard(problem, actions.toArray(Node[]::new)));
    }

    private void chooseFile() {
        choose(desk.picker().openSeveral(texts.get("choose-title"), ENDINGS));
    }

    private void chooseFolder() {
        choose(desk.picker().folder(texts.get("choose-folder-title")).map(List::of).orElse(List.of()));
    }

    private void choose(List<Path> chosen) {
        if (!chosen.isEmpty()) {
            showColumns();
            model.chooseData(chosen);
        }
    }

    private void showImport(ImportOutcome.View view) {
        ImportPanel panel = importPanel.get();
        importing.open();
        showPage(panel);
        panel.select(view);
    }

    private void showVersions() {
        versions.get().look();
        showPage(versions.get());
    }

    private void showPage(Node page) {
        content.getChildren().setAll(Parts.page(Parts.grow(page)));
    }

    private void showColumns() {
        importing.stop();
        content.getChildren().setAll(pane);
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public ReadOnlyStringProperty blocker() {
        return model.blockerProperty();
    }

    @Override
    public void shown() {
        if (views != null) {
            views.body.fill();
        }
    }

    @Override
    public void hidden() {
        if (views != null) {
            views.body.leave();
        }
    }

    @Override
    public void close() {
        views = null;
        importing.stop();
        pane.close();
        model.close();
    }
}
