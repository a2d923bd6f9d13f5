package lathe.views.brief;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// Makes the fields of the form: what is typed is committed when the field is left or with Enter.
final class BriefFields {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Texts texts;
    private final BriefViewModel model;

    BriefFields(Texts texts, BriefViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    /// A field for words under its label.
    VBox words(BriefPart part) {
        TextInputControl field = part.lines() == 1 ? new TextField() : area(part.lines());
        Parts.named("brief-" + part.key(), field);
        field.setPromptText(texts.get("prompt." + part.key()));
        Consumer<String> commit = text -> model.commit(part, text);
        commits(field, commit);
        model.stateProperty().subscribe(state -> set(field, part.of(state.brief())));
        return new VBox(4, label("field." + part.key(), field), field);
    }

    private static TextArea area(int lines) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(lines);
        area.setMinHeight(lines * 20 + 18);
        // Tab goes on to the next field, Ctrl+Enter commits; Enter is a new line as everywhere.
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.requestFocusTraversal(event.isShiftDown() ? javafx.scene.TraversalDirection.PREVIOUS
                        : javafx.scene.TraversalDirection.NEXT);
            }
        });
        return area;
    }

    /// A field for a number under its label, with its error below.
    VBox number(BriefNumber number) {
        TextField field = Parts.named("brief-" + number.key(), new TextField());
        Label error = Parts.named("error-" + number.key(), Parts.styled(Parts.text(""), "field-error"));
        commits(field, text -> model.commit(number, text));
        model.stateProperty().subscribe(state -> {
            String wrong = state.wrong().get(number);
            field.pseudoClassStateChanged(DANGER, wrong != null);
            error.setVisible(wrong != null);
            error.setManaged(wrong != null);
            if (wrong == null) {
                set(field, texts.numbers().field(number.of(state.brief())));
            } else {
                error.setText(texts.get("error.number", wrong, texts.numbers().field(1234.5)));
            }
        });
        field.setPrefColumnCount(10);
        return new VBox(4, label("field." + number.key(), field), field, error);
    }

    private void commits(TextInputControl field, Consumer<String> commit) {
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                commit.accept(field.getText());
            }
        });
        if (field instanceof TextField line) {
            line.setOnAction(event -> commit.accept(line.getText()));
        }
    }

    private static void set(TextInputControl field, String text) {
        if (!field.getText().equals(text) && !field.isFocused()) {
            field.setText(text);
        } else if (field.isFocused() && !field.getText().strip().equals(text.strip())) {
            field.setText(text);   // taken back by undo while the cursor stands in it
        }
    }

    private Label label(String key, javafx.scene.Node field) {
        Label label = Parts.text(texts.get(key));
        label.setLabelFor(field);
        return label;
    }
}
