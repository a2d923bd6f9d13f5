package lathe.views.parts;

import java.util.function.Consumer;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Fields whose text counts once they are left, or with Enter.
public final class TextFields {

    private TextFields() { }

    /// A field for several lines: Tab goes on to the next field, Enter is a new line as everywhere.
    public static TextArea area(int lines) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(lines);
        area.setMinHeight(lines * 20 + 18);
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        return area;
    }

    /// @param commit hears the text when the field is left, or at Enter in a field of one line
    public static void commits(TextInputControl field, Consumer<String> commit) {
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                commit.accept(field.getText());
            }
        });
        if (field instanceof TextField line) {
            line.setOnAction(event -> commit.accept(line.getText()));
        }
    }

    /// Shows what is kept, and leaves alone what is being typed unless undo took it back.
    public static void show(TextInputControl field, String text) {
        if (!field.getText().equals(text) && !field.isFocused()) {
            field.setText(text);
        } else if (field.isFocused() && !field.getText().strip().equals(text.strip())) {
            field.setText(text);   // taken back by undo while the cursor stands in it
        }
    }
}
