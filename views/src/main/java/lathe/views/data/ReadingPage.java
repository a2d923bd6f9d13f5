package lathe.views.data;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.engine.data.Imported;
import lathe.views.parts.Parts;
import lathe.views.parts.Waiting;
import lathe.views.parts.WaitingBox;
import lathe.views.text.Terms;
import lathe.views.text.Texts;
import lathe.views.work.Progress;

/// The screen while the data is read: how far it is, and its first rows as soon as they are there. Laid out as the screen that follows,
/// so that nothing jumps when it comes.
final class ReadingPage implements Waiting {

    private static final double BAR_WIDTH = 200;

    private final Texts texts;
    private final Terms terms;
    private final DataViewModel model;
    private final Label name = Parts.named("reading-name", Parts.styled(new Label(), "screen-title"));
    private final Label about = Parts.styled(new Label(), "screen-subtitle");
    private final ProgressBar bar = Parts.named("reading-progress", new ProgressBar());
    private final Label happening = Parts.named("reading-line", Parts.muted(""));
    private final StackPane room = Parts.grow(new StackPane());
    private final VBox page;

    ReadingPage(Texts texts, DataViewModel model) {
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.model = model;
        HBox heading = new HBox(12, name, about);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setMinHeight(36);
        name.setMaxWidth(DataHead.MOST_NAME);
        name.setMinWidth(Label.USE_PREF_SIZE);
        about.setMinWidth(0);
        bar.setPrefWidth(BAR_WIDTH);
        bar.setMinWidth(Label.USE_PREF_SIZE);
        bar.setAccessibleText(texts.get("reading.rest"));
        HBox strip = new HBox(Parts.WIDE_GAP, bar, happening, Parts.spacer(), WaitingBox.cancelButton(texts.get("cancel"), model::cancelReading));
        strip.setAlignment(Pos.CENTER_LEFT);
        page = Parts.page(heading, strip, room);
        page.setSpacing(12);
        model.project().firstRows().rowsProperty().subscribe(this::show);
    }

    private void show(Optional<Imported> head) {
        room.getChildren().clear();
        happening.setText(texts.get(head.isPresent() ? "reading.first" : "reading.rest"));
        about.setText("");
        head.ifPresent(first -> {
            RowsTable rows = new RowsTable(texts, "first-rows");
            rows.show(first.table(), first.table().schema().names(), column -> column + "\n" + terms.type(first.table().schema().field(column).type()));
            about.setText(texts.get("reading.about", first.table().schema().size(), DataHead.found(texts, first.report())));
            room.getChildren().add(rows);
        });
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void show(Progress now) {
        name.setText(model.fileName());
        WaitingBox.show(now, bar);
    }
}
