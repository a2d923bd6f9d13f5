package lathe.views.frame;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import lathe.views.desk.Place;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The places at the left, in the order a model travels.
final class Rail extends VBox {

    private static final KeyCode[] DIGITS = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5,
        KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9};

    private final Map<Place, ToggleButton> items = new EnumMap<>(Place.class);
    private final ToggleGroup group = new ToggleGroup();

    Rail(Texts texts, Consumer<Place> goTo) {
        super(2);
        Parts.styled(this, "rail");
        for (Place place : Place.values()) {
            ToggleButton item = new ToggleButton(texts.get("place." + place.key()), new FontIcon(place.icon()));
            Parts.named("rail-" + place.key(), Parts.styled(item, "rail-item"));
            item.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            item.setTooltip(new Tooltip(shortcut(place).getDisplayText()));
            item.setToggleGroup(group);
            item.setOnAction(event -> {
                item.setSelected(true);   // a second click does not leave the place
                goTo.accept(place);
            });
            items.put(place, item);
            getChildren().add(item);
        }
    }

    static KeyCombination shortcut(Place place) {
        return new KeyCodeCombination(DIGITS[place.ordinal()], KeyCombination.SHORTCUT_DOWN);
    }

    void select(Place place) {
        ToggleButton item = items.get(place);
        if (item != null) {
            item.setSelected(true);
        }
    }

    void allow(boolean project) {
        items.forEach((place, item) -> item.setDisable(place.needsProject() && !project));
    }
}
