package lathe.views.data;

import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// Asks for the column to predict while there is none.
final class TargetPrompt extends HBox {

    private final ComboBox<String> columns = Parts.named("target", new ComboBox<>());
    private List<String> names = List.of();
    private final DataViewModel model;
    private boolean filling;
    private boolean wasAsked;

    TargetPrompt(Texts texts, DataViewModel model) {
        super(12);
        this.model = model;
        Parts.styled(this, "target-prompt");
        setAlignment(Pos.CENTER_LEFT);
        Label question = Parts.styled(new Label(texts.get("target-question")), "strong");
        question.setMinWidth(USE_PREF_SIZE);
        question.setLabelFor(columns);
        columns.setPromptText(texts.get("target-prompt"));
        columns.setAccessibleText(texts.get("target-question"));
        columns.setMinWidth(200);
        columns.setVisibleRowCount(14);
        // Arrow keys walk over the columns and change the value at each step; the choice is made by leaving the list.
        columns.valueProperty().subscribe(name -> {
            if (!columns.isFocused() && !columns.isShowing()) {
                choose();
            }
        });
        // A click on a line hides the list before it sets the value.
        columns.setOnHidden(event -> Platform.runLater(this::choose));
        columns.focusedProperty().subscribe(focused -> {
            if (!focused && !columns.isShowing()) {
                choose();
            }
        });
        columns.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !columns.isShowing()) {
                choose();
            }
        });
        Label hint = Parts.muted(texts.get("target-hint"));
        hint.setMinWidth(0);
        getChildren().addAll(question, columns, Parts.grow(hint));
        model.stateProperty().subscribe(this::show);
    }

    private void choose() {
        String name = columns.getValue();
        if (name != null && !filling) {
            model.setTarget(name);
        }
    }

    private void show(DataState state) {
        boolean asked = state.target().isEmpty() && !state.rows().isEmpty();
        setVisible(asked);
        setManaged(asked);
        if (asked && !wasAsked) {
            Platform.runLater(columns::requestFocus);   // the one thing to do next
        }
        wasAsked = asked;
        List<String> now = state.rows().stream().map(ColumnRow::name).toList();
        filling = true;
        if (!now.equals(names)) {
            names = now;
            columns.getItems().setAll(names);
        }
        if (!Objects.requireNonNullElse(columns.getValue(), "").equals(state.target())) {
            columns.setValue(state.target().isEmpty() ? null : state.target());
        }
        filling = false;
    }
}
