package lathe.views.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lathe.engine.track.ColumnChoice;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// Asks of a column that knows the answer whether it is known in time.
final class KnownQuestion extends VBox {

    private final Texts texts;
    private final Label question = Parts.styled(Parts.text(""), "strong");
    private final Map<String, ToggleButton> answers = new LinkedHashMap<>();

    KnownQuestion(Texts texts, Consumer<String> answered) {
        super(Parts.GAP);
        this.texts = texts;
        Parts.named("known-question", this);
        FlowPane buttons = new FlowPane(Parts.GAP, Parts.GAP);
        for (String answer : new String[] {ColumnChoice.KNOWN_AFTER, ColumnChoice.KNOWN_BEFORE, ColumnChoice.KNOWN_UNSURE}) {
            ToggleButton button = Parts.named("known-" + answer, new ToggleButton(texts.get("known." + answer)));
            Parts.styled(button, "answer");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                button.setSelected(true);
                answered.accept(answer);
            });
            answers.put(answer, button);
            buttons.getChildren().add(button);
        }
        getChildren().addAll(question, buttons, Parts.muted(texts.get("known.explained")));
    }

    void show(ColumnRow row, String target) {
        boolean asked = row.suspicious() || !row.known().isEmpty();
        setVisible(asked);
        setManaged(asked);
        question.setText(texts.get("known.question", target));
        answers.forEach((answer, button) -> button.setSelected(answer.equals(row.known())));
    }
}
