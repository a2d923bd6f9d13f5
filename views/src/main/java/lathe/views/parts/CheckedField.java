package lathe.views.parts;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A field for an expression with one sentence below it: what it gives, or where it is wrong and what to do.
///
/// @param <C> what checking gives
public final class CheckedField<C extends Checked> extends VBox {

    private static final int ROWS = 2;

    private static final double FIELD = 160;

    private final Label label;
    private final TextArea field;
    private final Label sentence;
    private final List<String> plain;
    private final Function<String, C> check;
    private final Consumer<C> checked;

    /// @param id      of the field; that of the sentence has `-check` at its end
    /// @param checked hears every result
    public CheckedField(String id, String title, Function<String, C> check, Consumer<C> checked) {
        super(4);
        this.check = check;
        this.checked = checked;
        field = Parts.named(id, new TextArea());
        field.setPrefRowCount(ROWS);
        field.setWrapText(true);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        field.getStyleClass().add("expression");
        sentence = Parts.named(id + "-check", Parts.text(""));
        plain = List.copyOf(sentence.getStyleClass());
        label = Parts.styled(Parts.text(title), "strong");
        label.setLabelFor(field);
        field.textProperty().addListener((property, was, now) -> look());
        getChildren().addAll(label, field, sentence);
    }

    // An expression has no tabs, so the key leads on as everywhere.
    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            event.consume();
            field.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    public String text() {
        return field.getText();
    }

    public void setText(String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    public void prompt(String text) {
        field.setPromptText(text);
    }

    /// In one line: the title, the field, and what stands beside it; the sentence stays below.
    public void inOneLine(Node beside) {
        label.setMinWidth(USE_PREF_SIZE);
        field.setMinWidth(FIELD);
        lines(1);
        HBox line = new HBox(Parts.GAP, label, Parts.grow(field), beside);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, sentence);
    }

    /// @param rows lines that are seen at once; two if nothing is said
    public void lines(int rows) {
        field.setPrefRowCount(rows);
    }

    public void focus() {
        field.requestFocus();
    }

    /// Checks again, for instance when something else has changed.
    public void look() {
        C result = check.apply(field.getText());
        boolean bad = !result.usable() && !field.getText().isBlank();
        sentence.setText(result.said());
        sentence.getStyleClass().setAll(plain);
        Parts.styled(sentence, bad ? "wrong" : "muted");
        checked.accept(result);
    }
}
