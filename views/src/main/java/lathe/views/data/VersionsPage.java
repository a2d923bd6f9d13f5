package lathe.views.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.data.Imported;
import lathe.engine.flow.ProjectDefinitions;
import lathe.engine.profile.Finding;
import lathe.engine.profile.Severity;
import lathe.engine.profile.TableShift;
import lathe.engine.profile.TableSketch;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.DataVersion;
import lathe.scoring.Fingerprint;
import lathe.scoring.Table;
import lathe.views.desk.FilePicker;
import lathe.views.parts.Parts;
import lathe.views.parts.Tone;
import lathe.views.text.Texts;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// The versions of the data that were read, and what differs between one of them and the data as it is now.
final class VersionsPage extends VBox {

    private static final int DIGITS = 12;
    private static final double LIST_WIDTH = 330;

    private final Texts texts;
    private final DataViewModel model;
    private final Work work;
    private final FilePicker picker;
    private final ListView<DataVersion> versions = Parts.named("versions", new ListView<>());
    private final VBox differences = Parts.named("version-differences", new VBox(12));
    private CancelToken comparing = new CancelToken();
    private String now = "";

    private record Known(List<DataVersion> versions, Optional<Fingerprint> now) { }

    /// @param close goes back to the columns
    VersionsPage(Texts texts, DataViewModel model, Work work, FilePicker picker, Runnable close) {
        super(Parts.WIDE_GAP);
        this.texts = texts;
        this.model = model;
        this.work = work;
        this.picker = picker;
        Parts.named("versions-page", this);
        versions.setCellFactory(_ -> new Cell());
        versions.setAccessibleText(texts.get("versions.title"));
        versions.setPlaceholder(Parts.muted(texts.get("versions.none")));
        versions.getSelectionModel().selectedItemProperty().subscribe(this::compare);
        VBox kept = Parts.card(texts.get("versions.kept"), Parts.grow(versions));
        kept.setMinWidth(LIST_WIDTH);
        kept.setPrefWidth(LIST_WIDTH);
        ScrollPane scroll = Parts.styled(new ScrollPane(differences), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox card = Parts.card(texts.get("versions.differences"), Parts.grow(scroll));
        getChildren().addAll(Parts.heading(texts.get("versions.title"), "",
                Parts.named("versions-project", Parts.button(texts.get("versions.project"), this::chooseProject)),
                Parts.named("versions-done", Parts.primary(texts.get("limits.done"), close))),
                Parts.muted(texts.get("versions.about")), Parts.grow(new HBox(Parts.WIDE_GAP, kept, Parts.grow(card))));
    }

    /// Looks the versions up; the one before the newest is compared first.
    void look() {
        Table table = table();
        var _ = work.run((cancel, progress) -> new Known(model.project().folder().versions().all().reversed(),
                Optional.ofNullable(table).map(Fingerprint::of)), found -> {
            now = found.now().map(Fingerprint::hex).orElse("");
            versions.getItems().setAll(found.versions());
            versions.getSelectionModel().select(found.versions().stream().filter(each -> !isNow(each)).findFirst()
                    .orElse(found.versions().isEmpty() ? null : found.versions().getFirst()));
        }, problem -> differences.getChildren().setAll(Parts.text(problem.message())));
    }

    private @Nullable Table table() {
        Imported read = model.project().asRead();
        return read == null ? null : read.table();
    }

    private boolean isNow(DataVersion version) {
        return version.fingerprint().hex().equals(now);
    }

    private void compare(DataVersion chosen) {
        comparing.cancel();
        differences.getChildren().clear();
        Table table = table();
        if (chosen == null || table == null) {
            return;
        }
        if (isNow(chosen)) {
            differences.getChildren().setAll(Parts.text(texts.get("versions.same")));
            return;
        }
        TableSketch sketch = chosen.sketch();
        comparing = work.run((cancel, progress) -> TableShift.compare(sketch, table, model.project().settings().limits()), found ->
                show(sketch.rows(), table.rows(), found), problem -> differences.getChildren().setAll(Parts.text(problem.message())));
    }

    private void chooseProject() {
        picker.folder(texts.get("versions.project")).ifPresent(this::compareProject);
    }

    private record Projects(ProjectDefinitions here, ProjectDefinitions there, List<Finding> findings) { }

    // What another project means by its columns, beside what this one does.
    private void compareProject(Path other) {
        versions.getSelectionModel().clearSelection();
        Path own = model.project().folder().root();
        comparing = work.run((cancel, progress) -> {
            ProjectDefinitions here = ProjectDefinitions.read(own);
            ProjectDefinitions there = ProjectDefinitions.read(other);
            return new Projects(here, there, here.compare(there));
        }, this::show, problem -> differences.getChildren().setAll(Parts.text(problem.message())));
    }

    private void show(Projects found) {
        differences.getChildren().setAll(Parts.styled(Parts.text(texts.get("versions.projects", found.here().name(), found.there().name())), "strong"),
                Parts.text(found.here().overview(found.there())));
        if (found.findings().isEmpty()) {
            differences.getChildren().add(Parts.text(texts.get("versions.same-meaning")));
        }
        show(found.findings());
    }

    private void show(int then, int rows, List<Finding> findings) {
        differences.getChildren().add(Parts.styled(Parts.text(texts.get("versions.rows", then, rows)), "strong"));
        if (findings.isEmpty()) {
            differences.getChildren().add(Parts.text(texts.get("versions.alike")));
        }
        show(findings);
    }

    private void show(List<Finding> findings) {
        for (Finding finding : findings) {
            Tone tone = finding.severity() == Severity.INFO ? Tone.NEUTRAL : FindingKind.of(finding).tone();
            differences.getChildren().add(new VBox(4, Parts.pill(finding.field(), tone), Parts.text(finding.sentence())));
        }
    }

    private final class Cell extends ListCell<DataVersion> {

        @Override
        protected void updateItem(DataVersion version, boolean empty) {
            super.updateItem(version, empty);
            if (empty || version == null) {
                setGraphic(null);
                return;
            }
            Label when = Parts.styled(new Label(texts.numbers().moment(version.read())), "strong");
            HBox head = new HBox(Parts.GAP, when);
            if (isNow(version)) {
                head.getChildren().add(Parts.pill(texts.get("versions.now"), Tone.GOOD));
            }
            Label about = Parts.styled(new Label(texts.get("versions.size", version.sketch().rows(), version.sketch().columns().size(),
                    version.fingerprint().hex().substring(0, DIGITS))), "muted");
            setGraphic(new VBox(2, head, about));
        }
    }
}
