package lathe.views.understand;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.views.parts.Parts;

/// Moves the threshold; the model's own is marked on the scale.
final class ThresholdBar extends VBox {

    private static final double THUMB = 16;
    private static final double HALF_STEP = 0.005 + 1e-9;

    private final Speech say;
    private final Label value = Parts.styled(new Label(), "threshold-value");
    private final Label summary = Parts.named("threshold-summary", Parts.text(""));

    ThresholdBar(Speech say, BinaryStory story, DoubleProperty threshold) {
        super(Parts.GAP);
        this.say = say;
        Parts.styled(this, "card", "threshold-bar");
        double own = say.signature().threshold();
        Slider slider = slider(threshold);
        Label name = Parts.styled(new Label(say.get("threshold")), "card-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(slider);
        value.setMinWidth(Region.USE_PREF_SIZE);
        Button back = Parts.named("threshold-back", Parts.button(say.get("threshold-back", say.numbers().percent(own, 0)),
                () -> threshold.set(own)));
        back.disableProperty().bind(threshold.isEqualTo(own, 1e-9));
        HBox row = new HBox(Parts.WIDE_GAP, name, value, marked(slider, own), back);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, summary);
        threshold.subscribe(now -> {
            value.setText(say.numbers().percent(now.doubleValue(), 0));
            summary.setText(story.summary(now.doubleValue()));
        });
    }

    private Slider slider(DoubleProperty threshold) {
        Slider slider = Parts.named("threshold", new Slider(0, 1, threshold.get()));
        slider.setBlockIncrement(0.01);
        slider.setAccessibleText(say.get("threshold-value", say.outcome(say.signature().positive())));
        // whole per cents are fine enough, and a slider that rests between them would show another number than it means
        slider.valueProperty().subscribe(now -> {
            if (Math.abs(now.doubleValue() - threshold.get()) > HALF_STEP) {
                threshold.set(Math.rint(now.doubleValue() * 100) / 100);
            }
        });
        threshold.subscribe(now -> {
            if (Math.abs(now.doubleValue() - slider.getValue()) > HALF_STEP) {
                slider.setValue(now.doubleValue());
            }
        });
        return slider;
    }

    private StackPane marked(Slider slider, double own) {
        Region mark = Parts.styled(new Region(), "threshold-mark");
        mark.setMinSize(2, 12);
        mark.setMaxSize(2, 12);
        mark.setPrefSize(2, 12);
        Tooltip.install(mark, new Tooltip(say.get("as-model")));
        Pane above = new Pane(mark);
        above.setMouseTransparent(true);
        mark.layoutXProperty().bind(Bindings.createDoubleBinding(
                () -> THUMB / 2 + own * (above.getWidth() - THUMB) - 1, above.widthProperty()));
        mark.layoutYProperty().bind(above.heightProperty().subtract(12).divide(2).subtract(9));
        return Parts.grow(new StackPane(slider, above));
    }
}
