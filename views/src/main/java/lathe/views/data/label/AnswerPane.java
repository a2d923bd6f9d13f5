package lathe.views.data.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.label.Answers;
import lathe.scoring.FieldType;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// What can be answered: up to nine classes as buttons with the keys 1 to 9, more of them as a field that completes what is
/// typed, a number as a field; and a field for a class that is not there yet.
final class AnswerPane extends VBox {

    static final int MOST_BUTTONS = 9;

    private static final int SHOWN = 6;
    private static final double LINE = 30;

    private final Texts texts;
    private final LabelViewModel model;
    private final TextField field = Parts.named("label-field", new TextField());
    private final ListView<String> matches = Parts.named("label-matches", new ListView<>());
    private final TextField fresh = Parts.named("label-new", new TextField());
    private final Button add;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private List<String> classes = List.of();
    private boolean made;

    AnswerPane(Texts texts, LabelViewModel model) {
        super(Parts.GAP);
        this.texts = texts;
        this.model = model;
        matches.setPrefHeight(SHOWN * LINE);
        matches.setMinHeight(2 * LINE);
        matches.setFixedCellSize(LINE);
        matches.setAccessibleText(texts.get("classes"));
        matches.setPlaceholder(Parts.muted(texts.get("no-match")));
        field.textProperty().subscribe(text -> complete());
        field.setOnAction(event -> take());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && matches.getParent() != null && !matches.getItems().isEmpty()) {
                matches.requestFocus();
                matches.getSelectionModel().select(0);
                event.consume();
            }
        });
        matches.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                answer(matches.getSelectionModel().getSelectedItem());
            }
        });
        matches.setOnMouseClicked(event -> answer(matches.getSelectionModel().getSelectedItem()));
        fresh.setPromptText(texts.get("new"));
        fresh.setAccessibleText(texts.get("new"));
        fresh.setOnAction(event -> addClass());
        add = Parts.named("label-add", Parts.button(texts.get("add"), this::addClass));
        add.disableProperty().bind(fresh.textProperty().map(String::isBlank));
    }

    /// Whether the keys 1 to 9 answer.
    boolean hasButtons() {
        return !buttons.isEmpty();
    }

    /// Where the keyboard belongs.
    Node first() {
        return buttons.isEmpty() ? getChildren().contains(field) ? field : fresh : buttons.getFirst();
    }

    void show(LabelState state) {
        if (!made || !classes.equals(state.classes())) {
            boolean focused = buttons.stream().anyMatch(Node::isFocused) || fresh.isFocused();
            make(state.answers());
            if (focused) {
                first().requestFocus();
            }
        }
        String answered = state.answered().orElse("");
        buttons.forEach(button -> button.setSelected(button.getUserData().equals(answered)));
        if (getChildren().contains(field)) {
            field.setText(state.answers().numbers() && !answered.isEmpty() ? texts.numbers().field(Double.parseDouble(answered)) : answered);
            field.selectAll();
        }
        fresh.clear();
        setDisable(state.row().isEmpty());
    }

    private void make(Answers answers) {
        made = true;
        classes = answers.classes();
        buttons.clear();
        getChildren().clear();
        boolean few = !answers.numbers() && classes.size() <= MOST_BUTTONS;
        if (few) {
            for (int i = 0; i < classes.size(); i++) {
                buttons.add(button(i, classes.get(i)));
            }
            getChildren().addAll(buttons);
        } else {
            field.setPromptText(texts.get(answers.numbers() ? "number" : "class"));
            field.setAccessibleText(texts.get("question", answers.target()));
            getChildren().add(field);
            if (!answers.numbers()) {
                getChildren().add(matches);
                complete();
            }
        }
        if (!answers.numbers() && answers.type() != FieldType.BOOLEAN) {
            HBox line = new HBox(Parts.GAP, Parts.grow(fresh), add);
            getChildren().add(line);
        }
    }

    private ToggleButton button(int number, String name) {
        Label key = Parts.styled(new Label(Integer.toString(number + 1)), "key");
        ToggleButton button = Parts.named("label-class-" + (number + 1), Parts.styled(new ToggleButton(name, key), "answer", "label-class"));
        button.setUserData(name);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(texts.get("class-key", name, number + 1));
        button.setOnAction(event -> model.answerClass(number));
        return button;
    }

    private void complete() {
        String part = field.getText().strip().toLowerCase(Locale.ROOT);
        matches.getItems().setAll(classes.stream().filter(each -> each.toLowerCase(Locale.ROOT).contains(part)).toList());
    }

    // A class is written out, or the only one that fits; a new class has a field of its own.
    private void take() {
        boolean numbers = !getChildren().contains(matches);
        String text = field.getText().strip();
        if (numbers) {
            var _ = model.answerText(text);
        } else if (classes.contains(text)) {
            answer(text);
        } else if (matches.getItems().size() == 1) {
            answer(matches.getItems().getFirst());
        }
    }

    private void answer(String name) {
        if (name != null) {
            model.answerClass(classes.indexOf(name));
            field.requestFocus();
        }
    }

    private void addClass() {
        var _ = model.answerText(fresh.getText());
    }
}
