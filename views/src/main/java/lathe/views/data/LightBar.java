package lathe.views.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import lathe.engine.data.Imported;
import lathe.views.parts.Parts;
import lathe.views.parts.Tone;
import lathe.views.text.Texts;

/// The quality lights: how many columns have each kind of finding. A click lists only these.
final class LightBar extends FlowPane {

    private final Texts texts;
    private final DataViewModel model;
    private final Consumer<ImportOutcome.View> showReading;
    private final Runnable showVersions;
    private List<Light> shown = List.of();
    private List<Button> readings = List.of();

    /// @param showReading  shows what came of the reading
    /// @param showVersions shows what has changed since the reading before
    LightBar(Texts texts, DataViewModel model, Consumer<ImportOutcome.View> showReading, Runnable showVersions) {
        super(6, 6);
        this.texts = texts;
        this.model = model;
        this.showReading = showReading;
        this.showVersions = showVersions;
        Parts.named("lights", this);
        setAccessibleText(texts.get("lights"));
        model.tableProperty().subscribe(this::read);
        model.project().changeProperty().subscribe(_ -> read());
        read();
        model.stateProperty().subscribe(state -> show(state.lights(), state.kind()));
    }

    // How the file was read comes before what it holds.
    private void read() {
        Imported now = model.tableProperty().get();
        List<Button> made = new ArrayList<>();
        if (now != null && model.project().changeProperty().get().isPresent()) {
            made.add(pill("data-changed", texts.get("light.data-changed"), texts.get("light-tip.data-changed"), Tone.CAUTION, showVersions));
        }
        if (now != null) {
            long left = now.report().rejectedRows();
            if (left > 0) {
                made.add(reading(ImportOutcome.View.REJECTED, texts.get("light.rejected", left), Tone.CAUTION));
            }
            if (!now.report().badCells().isEmpty()) {
                made.add(reading(ImportOutcome.View.CELLS, texts.get("light.cells", now.report().badCells().size()), Tone.CAUTION));
            }
            int notes = ImportOutcome.notes(now.report()).size();
            if (notes > 0) {
                made.add(reading(ImportOutcome.View.NOTES, texts.get("light.notes", notes), Tone.NEUTRAL));
            }
        }
        getChildren().removeAll(readings);
        readings = List.copyOf(made);
        getChildren().addAll(0, readings);
    }

    private Button reading(ImportOutcome.View view, String words, Tone tone) {
        return pill("reading-" + view.key(), words, texts.get("light-tip." + view.key()), tone, () -> showReading.accept(view));
    }

    private static Button pill(String id, String words, String tip, Tone tone, Runnable action) {
        Button pill = new Button(words);
        pill.getStyleClass().setAll("pill", "light");
        Parts.toned(Parts.named(id, pill), tone);
        pill.setTooltip(new Tooltip(tip));
        pill.setOnAction(event -> action.run());
        return pill;
    }

    private void show(List<Light> lights, Optional<FindingKind> kind) {
        if (!lights.equals(shown)) {
            shown = lights;
            getChildren().setAll(readings);
            getChildren().addAll(lights.stream().map(this::pill).toList());
        }
        for (int i = 0; i < shown.size(); i++) {
            if (getChildren().get(readings.size() + i) instanceof ToggleButton pill) {
                pill.setSelected(kind.equals(Optional.of(shown.get(i).kind())));
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
