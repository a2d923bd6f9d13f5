package lathe.views.data;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.engine.data.BadCell;
import lathe.engine.data.ImportPreview;
import lathe.engine.data.Imported;
import lathe.scoring.Problem;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.text.Terms;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;
import org.jspecify.annotations.Nullable;

/// How the file is read: its head as it is, the options with what was found, and the table that comes of them.
final class ImportPanel extends VBox {

    private static final double HEAD_HEIGHT = 204;
    private static final PseudoClass NAMES = PseudoClass.getPseudoClass("names");
    private static final double FORM_WIDTH = 330;

    private final Texts texts;
    private final Terms terms;
    private final ImportModel model;
    private final ListView<String> head = Parts.named("raw-lines", new ListView<>());
    private final RowsTable rows;
    private final StackPane result = new StackPane();
    private final ListView<BadCell> badCells = Parts.named("bad-cells", new ListView<>());
    private final VBox bad;
    private final Label count = Parts.styled(new Label(), "muted");
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button apply;
    private int headerRow;

    /// @param close goes back to the columns
    ImportPanel(Texts texts, ImportModel model, Runnable close, Runnable otherFile) {
        super(Parts.WIDE_GAP);
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.model = model;
        this.rows = new RowsTable(texts);
        Parts.named("import-panel", this);
        apply = Parts.named("import-apply", Parts.primary(texts.get("import.apply"), () -> {
            model.apply();
            close.run();
        }));
        apply.setDefaultButton(false);
        Button cancel = Parts.named("import-cancel", Parts.button(texts.get("import.cancel"), close));
        Button other = Parts.named("import-other", Parts.button(texts.get("choose-other"), otherFile));
        busy.setPrefSize(20, 20);
        HBox title = Parts.heading(texts.get("import.title"), "", busy, other, cancel, apply);
        VBox form = Parts.card(texts.get("import.options"), new ImportForm(texts, model));
        form.setMinWidth(FORM_WIDTH);
        form.setPrefWidth(FORM_WIDTH);
        VBox raw = Parts.card(texts.get("import.raw"), Parts.grow(head));
        HBox above = new HBox(Parts.WIDE_GAP, form, Parts.grow(raw));
        head.setPrefHeight(HEAD_HEIGHT);
        head.setMinHeight(120);
        Parts.styled(head, "raw-lines");
        head.setCellFactory(_ -> new Line());
        head.setAccessibleText(texts.get("import.raw"));
        badCells.setCellFactory(_ -> new Bad());
        badCells.setPrefHeight(108);
        badCells.setMinHeight(76);
        bad = new VBox(4, Parts.named("bad-title", Parts.styled(new Label(), "strong")), badCells);
        HBox below = new HBox(Parts.GAP, Parts.styled(new Label(texts.get("import.result")), "card-title"), count);
        below.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(title, above, below, Parts.grow(result), bad);
        head.setPlaceholder(Parts.muted(texts.get("import.binary")));
        model.linesProperty().subscribe(lines -> head.getItems().setAll(lines));
        model.previewProperty().subscribe((Loadable<ImportPreview> now) -> show(now));
    }

    private void show(Loadable<ImportPreview> now) {
        busy.setVisible(now.isBusy());
        apply.setDisable(now.optional().isEmpty() || !model.isChanged());
        switch (now) {
            case Loadable.Ready<ImportPreview>(ImportPreview read) -> show(read);
            case Loadable.Failed<ImportPreview>(Problem problem) -> {
                result.getChildren().setAll(new VBox(12, new ProblemCard(problem), Parts.muted(texts.get("import.hint"))));
                count.setText("");
                badShown(List.of());
            }
            case Loadable.Busy<ImportPreview> _, Loadable.Empty<ImportPreview> _ -> { }
        }
    }

    private void show(ImportPreview read) {
        Imported imported = read.imported();
        headerRow = imported.report().headerRow();
        head.refresh();
        result.getChildren().setAll(rows);
        rows.show(imported.table(), imported.table().schema().names(), name -> name + "\n"
                + terms.type(imported.table().schema().field(name).type()));
        count.setText(texts.get(read.whole() ? "import.whole" : "import.head", imported.table().rows(),
                imported.table().schema().size()));
        badShown(model.badCells());
    }

    private void badShown(List<BadCell> cells) {
        bad.setVisible(!cells.isEmpty());
        bad.setManaged(!cells.isEmpty());
        if (bad.getChildren().getFirst() instanceof Label title) {
            title.setText(texts.get("import.bad", cells.size()));
        }
        badCells.getItems().setAll(cells);
    }

    /// A line of the file with its number; the one with the names stands out.
    private final class Line extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : "%3d  %s".formatted(getIndex() + 1, line.replace("\t", "→\t")));
            pseudoClassStateChanged(NAMES, !empty && getIndex() + 1 == headerRow);
        }
    }

    private final class Bad extends ListCell<BadCell> {
        @Override
        protected void updateItem(@Nullable BadCell cell, boolean empty) {
            super.updateItem(cell, empty);
            setText(empty || cell == null ? null : texts.get("import.bad-cell", cell.place(), cell.column(), cell.text(), reason(cell)));
        }

        private String reason(BadCell cell) {
            return model.shown().map(read -> read.table().schema()).filter(schema -> schema.find(cell.column()).isPresent())
                    .map(schema -> texts.get("no-type." + schema.field(cell.column()).type().name().toLowerCase(Locale.ROOT)))
                    .orElse(texts.get("no-type.other"));
        }
    }
}
