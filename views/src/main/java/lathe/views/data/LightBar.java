package lathe.views.data;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// The quality lights: how many columns have each kind of finding. A click lists only these.
final class LightBar extends FlowPane {

    private final Texts texts;
    private final DataViewModel model;
    private List<Light> shown = List.of();
    private Optional<FindingKind> on = Optional.empty();

    LightBar(Texts texts, DataViewModel model) {
        super(6, 6);
        this.texts = texts;
        this.model = model;
        Parts.named("lights", this);
        setAccessibleText(texts.get("lights"));
        model.stateProperty().subscribe(state -> show(state.lights(), state.kind()));
    }

    private void show(List<Light> lights, Optional<FindingKind> kind) {
        if (!lights.equals(shown) || getChildren().isEmpty()) {
            shown = lights;
            getChildren().setAll(lights.stream().map(this::pill).toList());
        }
        on = kind;
        for (int i = 0; i < shown.size(); i++) {
            if (getChildren().get(i) instanceof ToggleButton pill) {
                pill.setSelected(on.equals(Optional.of(shown.get(i).kind())));
            }
        }
    }

    private ToggleButton pill(Light light) {
        ToggleButton pill = new ToggleButton(texts.get("light." + light.kind().key(), light.count()));
        pill.getStyleClass().setAll("pill", "light");
        Parts.toned(Parts.named("light-" + light.kind().key(), pill), light.kind().tone());
        pill.setTooltip(new Tooltip(texts.get("light-tip." + light.kind().key())));
        pill.setOnAction(event -> model.toggle(light.kind()));
        return pill;
    }
}
