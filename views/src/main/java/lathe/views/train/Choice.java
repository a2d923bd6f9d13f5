package lathe.views.train;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lathe.views.parts.Parts;
import org.jspecify.annotations.Nullable;

/// A named list to choose one id from, with a sentence under it.
final class Choice extends VBox {

    private static final double LEAST_WIDTH = 96;

    private final ComboBox<String> box = new ComboBox<>();
    private final Label about = Parts.styled(Parts.muted(""), "small");
    private boolean showing;

    Choice(String id, String name, UnaryOperator<String> words, Consumer<String> chosen) {
        super(4);
        Parts.named(id, box);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable String fromString(String text) {
                return box.getItems().stream().filter(each -> words.apply(each).equals(text)).findFirst().orElse(null);
            }
        });
        box.setMinWidth(LEAST_WIDTH);   // long words are cut rather than the card
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().subscribe(value -> {
            if (!showing && value != null) {
                chosen.accept(value);
            }
        });
        getChildren().addAll(label(name, box), box);
    }

    static Label label(String name, Node control) {
        Label label = Parts.styled(new Label(name), "strong");
        label.setLabelFor(control);
        label.setWrapText(true);   // rather than be cut, or push the card out of a small window
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// @param value empty if nothing is chosen
    void show(List<String> ids, String value, String sentence) {
        showing = true;
        if (!box.getItems().equals(ids)) {
            box.getItems().setAll(ids);
        }
        if (!Objects.equals(box.getValue(), value) && (ids.contains(value) || value.isEmpty())) {
            box.setValue(ids.contains(value) ? value : null);
        }
        showing = false;
        about.setText(sentence);
        if (sentence.isEmpty()) {
            getChildren().remove(about);
        } else if (!getChildren().contains(about)) {
            getChildren().add(about);
        }
    }
}
