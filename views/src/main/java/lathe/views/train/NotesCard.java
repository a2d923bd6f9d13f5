package lathe.views.train;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// What was found in the data on the way, in words.
final class NotesCard extends VBox {

    private final Texts texts;
    private final VBox lines = new VBox(8);
    private List<String> shown = List.of();

    NotesCard(Texts texts) {
        this.texts = texts;
        Parts.styled(this, "card");
        setSpacing(12);
        ScrollPane scroll = Parts.grow(Parts.styled(new ScrollPane(lines), "screen-scroll"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(texts.get("card.notes"));
        getChildren().addAll(Parts.styled(new Label(texts.get("card.notes")), "card-title"), scroll);
        lines.getChildren().setAll(Parts.muted(texts.get("notes.none")));
    }

    void show(List<String> notes) {
        if (!notes.equals(shown)) {
            shown = notes;
            lines.getChildren().setAll(notes.isEmpty() ? List.of(Parts.muted(texts.get("notes.none")))
                    : notes.stream().map(Parts::text).toList());
        }
    }
}
