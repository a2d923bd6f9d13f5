package lathe.views.brief;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import lathe.views.parts.Parts;
import lathe.views.parts.TextFields;
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
        TextInputControl field = part.lines() == 1 ? new TextField() : TextFields.area(part.lines());
        Parts.named("brief-" + part.key(), field);
        field.setPromptText(texts.get("prompt." + part.key()));
        Consumer<String> commit = text -> model.commit(part, text);
        TextFields.commits(field, commit);
        model.stateProperty().subscribe(state -> TextFields.show(field, part.of(state.brief())));
        return new VBox(4, label("field." + part.key(), field), field);
    }

    /// A field for a number under its label, with its error below.
    VBox number(BriefNumber number) {
        TextField field = Parts.named("brief-" + number.key(), new TextField());
        Label error = Parts.named("error-" + number.key(), Parts.styled(Parts.text(""), "field-error"));
        TextFields.commits(field, text -> model.commit(number, text));
        model.stateProperty().subscribe(state -> {
            String wrong = state.wrong().get(number);
            field.pseudoClassStateChanged(DANGER, wrong != null);
            error.setVisible(wrong != null);
            error.setManaged(wrong != null);
            if (wrong == null) {
                TextFields.show(field, texts.numbers().field(number.of(state.brief())));
            } else {
                error.setText(texts.get("error.number", wrong, texts.numbers().field(1234.5)));
            }
        });
        field.setPrefColumnCount(10);
        return new VBox(4, label("field." + number.key(), field), field, error);
    }

    private Label label(String key, javafx.scene.Node field) {
        Label label = Parts.text(texts.get(key));
        label.setLabelFor(field);
        return label;
    }
}
