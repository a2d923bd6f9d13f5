package lathe.views.leaderboard;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.views.parts.Parts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What the selected model is made of.
final class DetailsPane extends VBox {

    private static final int SHORT = 16;   // letters that fit beside a name

    private final BoardWords words;
    private final VBox inside = new VBox(12);
    private final Button copy;

    DetailsPane(BoardWords words, Runnable copying) {
        super(12);
        this.words = words;
        Parts.named("leaderboard-details", Parts.styled(this, "card"));
        copy = Parts.named("copy-details", Parts.button(words.texts.get("copy"), MaterialDesignC.CONTENT_COPY, copying));
        ScrollPane scroll = Parts.styled(new ScrollPane(inside), "screen-scroll");
        inside.setPadding(new Insets(0, 12, 0, 0));   // room for the scroll bar
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(Parts.grow(scroll), copy);
    }

    void show(Optional<RowDetails> details) {
        inside.getChildren().clear();
        copy.setDisable(details.isEmpty());
        if (details.isEmpty()) {
            inside.getChildren().add(Parts.muted(words.texts.get("details.none")));
            return;
        }
        RowDetails row = details.get();
        VBox head = new VBox(4, Parts.named("details-title", Parts.styled(Parts.text(row.title()), "card-title")));
        if (!row.about().isEmpty()) {
            head.getChildren().add(Parts.muted(row.about()));
        }
        VBox said = Parts.inWords("");
        said.setSpacing(4);
        said.getChildren().setAll(row.sentences().stream().map(Parts::text).toList());
        inside.getChildren().addAll(head, said);
        row.sections().forEach(section -> inside.getChildren().add(section(section)));
    }

    private static Node section(RowDetails.Section section) {
        VBox lines = new VBox(4, Parts.styled(Parts.text(section.title()), "strong"));
        for (RowDetails.Entry entry : section.entries()) {
            Label name = Parts.muted(entry.name());
            if (entry.value().length() > SHORT) {
                lines.getChildren().add(new VBox(name, Parts.text(entry.value())));
            } else {
                Label value = new Label(entry.value());
                value.setMinWidth(Region.USE_PREF_SIZE);
                lines.getChildren().add(new HBox(12, name, Parts.spacer(), value));
            }
        }
        return lines;
    }
}
