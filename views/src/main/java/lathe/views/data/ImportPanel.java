package lathe.views.data;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.data.ImportPreview;
import lathe.engine.track.ReadingChoice;
import lathe.scoring.Problem;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;
import org.jspecify.annotations.Nullable;

/// How the file is read: its head as it is, the options with what was found, and what comes of them.
final class ImportPanel extends VBox {

    private static final double MOST_FORM = 222;
    private static final PseudoClass NAMES = PseudoClass.getPseudoClass("names");
    private static final double FORM_WIDTH = 350;

    private final Texts texts;
    private final ImportModel model;
    private final ListView<String> head = Parts.named("raw-lines", new ListView<>());
    private final ImportOutcome outcome;
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button apply;
    private int headerRow;

    /// @param close goes back to the columns
    ImportPanel(Texts texts, ImportModel model, Runnable close, Runnable otherFile) {
        super(Parts.WIDE_GAP);
        this.texts = texts;
        this.model = model;
        this.outcome = new ImportOutcome(texts);
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
        VBox raw = Parts.card(texts.get("import.raw"), Parts.grow(head));
        HBox above = new HBox(Parts.WIDE_GAP, form(), Parts.grow(raw));
        head.setPrefHeight(MOST_FORM);
        head.setMinHeight(120);
        Parts.styled(head, "raw-lines");
        head.setCellFactory(_ -> new Line());
        head.setAccessibleText(texts.get("import.raw"));
        getChildren().addAll(title, above, Parts.grow(outcome));
        head.setPlaceholder(Parts.muted(texts.get("import.binary")));
        model.linesProperty().subscribe(lines -> head.getItems().setAll(lines));
        model.previewProperty().subscribe((Loadable<ImportPreview> now) -> show(now));
    }

    // Folders have more options than fit a small window beside the lines.
    private VBox form() {
        ImportForm form = new ImportForm(texts, model);
        ScrollPane scroll = Parts.styled(new ScrollPane(form), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        form.heightProperty().subscribe(height -> {
            scroll.setPrefViewportHeight(Math.min(MOST_FORM, height.doubleValue()));
            scroll.setMinViewportHeight(Math.min(MOST_FORM, height.doubleValue()));
        });
        VBox card = Parts.card(texts.get("import.options"), scroll);
        card.setMinWidth(FORM_WIDTH);
        card.setPrefWidth(FORM_WIDTH);
        return card;
    }

    /// Shows one view of the outcome.
    void select(ImportOutcome.View view) {
        outcome.select(view);
    }

    private void show(Loadable<ImportPreview> now) {
        busy.setVisible(now.isBusy());
        apply.setDisable(now.optional().isEmpty() || !model.isChanged());
        switch (now) {
            case Loadable.Ready<ImportPreview>(ImportPreview read) -> {
                headerRow = read.imported().report().headerRow();
                head.refresh();
                outcome.show(read.imported(), read.whole(), model.report(read.imported().report()));
            }
            case Loadable.Failed<ImportPreview>(Problem problem) -> {
                if (problem.code().equals(DataViewModel.RAGGED)) {
                    outcome.show(problem, Parts.named("import-skip", Parts.button(texts.get("skip-bad-rows"),
                            () -> model.change(draft -> draft.withBadRows(ReadingChoice.SKIP)))));
                } else {
                    outcome.show(problem);
                }
            }
            case Loadable.Busy<ImportPreview> _, Loadable.Empty<ImportPreview> _ -> { }
        }
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
}
