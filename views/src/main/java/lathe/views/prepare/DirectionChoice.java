package lathe.views.prepare;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lathe.engine.flow.ColumnPreparation;
import lathe.engine.learn.Monotone;
import lathe.scoring.FieldType;
import lathe.views.parts.Parts;
import org.jspecify.annotations.Nullable;

/// Which way the answer may go while a number grows: both ways, only up, only down.
final class DirectionChoice extends VBox {

    private static final List<String> DIRECTIONS = List.of("", Monotone.INCREASING.word(), Monotone.DECREASING.word());

    private final PlanWords words;
    private final ComboBox<String> box = Parts.named("card-direction", new ComboBox<>());
    private final Label about = Parts.styled(Parts.muted(""), "small");
    private boolean showing;

    /// @param chosen is given a direction as the project file has it, empty for none
    DirectionChoice(PlanWords words, Consumer<String> chosen) {
        super(4);
        this.words = words;
        box.getItems().setAll(DIRECTIONS);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String direction) {
                return direction == null ? "" : words.direction(direction);
            }

            @Override
            public String fromString(String text) {
                return DIRECTIONS.stream().filter(each -> words.direction(each).equals(text)).findFirst().orElse("");
            }
        });
        box.valueProperty().subscribe(direction -> {
            if (!showing && direction != null) {
                chosen.accept(direction);
            }
        });
        Label label = Parts.styled(Parts.text(words.texts.get("card.direction")), "strong");
        label.setLabelFor(box);
        getChildren().addAll(label, box, about);
    }

    void show(ColumnPlan plan) {
        boolean ordered = ColumnPreparation.keepsOrder(plan.step());
        boolean there = plan.type() == FieldType.NUMBER && plan.use() == ColumnPlan.Use.USED && (ordered || !plan.direction().isEmpty());
        setVisible(there);
        setManaged(there);
        showing = true;
        if (!Objects.equals(box.getValue(), plan.direction())) {
            box.setValue(plan.direction());
        }
        showing = false;
        about.setText(ordered ? words.aboutDirection(plan.direction()) : words.texts.get("direction.impossible"));
    }
}
