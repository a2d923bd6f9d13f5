package lathe.views.understand;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.geometry.Pos;
import lathe.engine.flow.Examination;
import lathe.views.parts.Parts;

/// The form at the right: one control for each column the model reads, those that move its answers most on top.
final class WhatIfForm extends VBox {

    private static final double WIDTH = 320;

    private final Examination examination;
    private final List<WhatIfControl> controls = new ArrayList<>();
    private final Label effect = Parts.named("what-if-effect", Parts.text(""));
    private final Button reset;
    private final PredictionStory story;
    private final Speech say;

    WhatIfForm(Opened opened, Speech say, PredictionStory story, PredictionViewModel model) {
        super(Parts.GAP);
        this.examination = opened.examination();
        this.say = say;
        this.story = story;
        Parts.styled(this, "card");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        VBox fields = new VBox(14);
        fields.setPadding(new javafx.geometry.Insets(4, 12, 4, 2));
        for (Input input : opened.inputs()) {
            WhatIfControl control = WhatIfControl.of(input, say, cell -> model.change(input.name(), cell));
            controls.add(control);
            fields.getChildren().add(control);
        }
        ScrollPane scroll = Scrolls.of(fields);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        reset = Parts.named("what-if-reset", Parts.button(say.get("what-if.reset"), model::reset));
        HBox foot = new HBox(12, Parts.grow(effect), reset);
        effect.setMaxWidth(Double.MAX_VALUE);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Parts.styled(new Label(say.get("what-if.title")), "card-title"),
                Parts.muted(say.get("what-if.advice")), scroll, foot);
    }

    void show(PredictionState state) {
        for (WhatIfControl control : controls) {
            String name = control.input().name();
            String original = Cells.text(examination.rows(), state.row(), name);
            control.show(state.changes().getOrDefault(name, original), original);
        }
        reset.setDisable(!state.isChanged());
        effect.setText(state.isChanged() ? story.changed(state) : say.get("unchanged"));
    }
}
