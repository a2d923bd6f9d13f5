package lathe.views.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// How long is searched: a time, a number of models, or both.
final class EffortCard extends VBox {

    private static final double[] PRESETS = {60, 300, 900, 3600};
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_TRIALS = 10_000;
    private static final int USUAL_TRIALS = 20;

    private final Map<Double, ToggleButton> presets = new LinkedHashMap<>();
    private final ToggleButton untimed;
    private final Spinner<Integer> minutes = Parts.named("train-minutes", new Spinner<>(1, MOST_MINUTES, 1));
    private final CheckBox limited;
    private final Spinner<Integer> trials = Parts.named("train-trials", new Spinner<>(1, MOST_TRIALS, USUAL_TRIALS));
    private boolean showing;

    EffortCard(SetupViewModel model, Texts texts, SetupWords words) {
        ToggleGroup group = new ToggleGroup();
        FlowPane times = new FlowPane(8, 8);
        for (double seconds : PRESETS) {
            ToggleButton preset = Parts.named("train-budget-" + Math.round(seconds), new ToggleButton(words.duration(seconds)));
            preset.setOnAction(event -> {
                preset.setSelected(true);
                model.budget(seconds);
            });
            presets.put(seconds, preset);
            times.getChildren().add(preset);
        }
        untimed = Parts.named("train-untimed", new ToggleButton(texts.get("effort.untimed")));
        untimed.setOnAction(event -> {
            untimed.setSelected(true);
            model.untimed();
        });
        presets.values().forEach(each -> each.setToggleGroup(group));
        untimed.setToggleGroup(group);
        limited = Parts.named("train-limited", new CheckBox(texts.get("effort.limited")));
        limited.setOnAction(event -> model.trials(limited.isSelected() ? trials.getValue() : 0));
        spinner(minutes, value -> model.budget(60.0 * value), texts.get("effort.minutes"));
        spinner(trials, model::trials, texts.get("effort.models"));
        HBox free = row(minutes, new Label(texts.get("effort.minutes")));
        times.getChildren().addAll(free, untimed);
        times.setAlignment(Pos.CENTER_LEFT);
        Parts.styled(this, "card");
        setSpacing(12);
        limited.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(Parts.styled(new Label(texts.get("card.effort")), "card-title"), times,
                row(limited, trials, new Label(texts.get("effort.models"))));
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void spinner(Spinner<Integer> spinner, IntConsumer chosen, String name) {
        spinner.setEditable(true);
        spinner.setPrefWidth(96);
        spinner.setAccessibleText(name);
        spinner.valueProperty().subscribe((before, value) -> {
            if (!showing && value != null) {
                chosen.accept(value);
            }
        });
    }

    void show(SetupState state) {
        showing = true;
        double budget = state.search().budgetSeconds();
        presets.forEach((seconds, preset) -> preset.setSelected(seconds == budget && !state.isUntimed()));
        untimed.setSelected(state.isUntimed());
        untimed.setDisable(state.search().trialLimit() == 0);
        if (!state.isUntimed()) {
            set(minutes, Math.clamp(Math.round(budget / 60), 1, MOST_MINUTES));
        }
        limited.setSelected(state.search().trialLimit() > 0);
        trials.setDisable(state.search().trialLimit() == 0);
        if (state.search().trialLimit() > 0) {
            set(trials, state.search().trialLimit());
        }
        showing = false;
    }

    private static void set(Spinner<Integer> spinner, int value) {
        SpinnerValueFactory<Integer> values = spinner.getValueFactory();
        if (values.getValue() != value) {
            values.setValue(value);
        }
    }
}
