package lathe.views.data;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lathe.engine.track.ColumnDictionary;
import lathe.views.desk.FilePicker;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The foot of the dictionary: how far it is and who has signed it, and the means to sign it or to fill it in elsewhere.
final class DictionaryFoot extends VBox {

    private final Texts texts;
    private final DataViewModel model;
    private final DictionaryViewModel dictionary;
    private final FilePicker picker;
    private final Label state = Parts.named("dictionary-state", Parts.text(""));
    private final TextField name = Parts.named("sign-name", new TextField());
    private final Button sign;
    private final Button withdraw;

    DictionaryFoot(Texts texts, DataViewModel model, DictionaryViewModel dictionary, FilePicker picker) {
        super(6);
        this.texts = texts;
        this.model = model;
        this.dictionary = dictionary;
        this.picker = picker;
        Parts.styled(this, "list-foot");
        setMinHeight(USE_PREF_SIZE);   // the list above gives way
        name.setPromptText(texts.get("dictionary.sign-name"));
        name.setAccessibleText(texts.get("dictionary.sign-name"));
        name.setPrefWidth(150);
        name.setOnAction(event -> sign());
        sign = Parts.named("sign", Parts.button(texts.get("dictionary.sign"), this::sign));
        withdraw = Parts.named("sign-withdraw", Parts.button(texts.get("dictionary.withdraw"), dictionary::withdraw));
        Button out = Parts.named("dictionary-export", Parts.iconButton(MaterialDesignT.TABLE_ARROW_DOWN, texts.get("dictionary.export"), this::export));
        Button in = Parts.named("dictionary-import", Parts.iconButton(MaterialDesignT.TABLE_ARROW_UP, texts.get("dictionary.import"), this::take));
        FlowPane means = new FlowPane(Parts.GAP, Parts.GAP, name, sign, withdraw, out, in);
        means.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(state, means);
        name.textProperty().subscribe(this::enable);
        model.stateProperty().subscribe(now -> show());
        model.project().settingsProperty().subscribe(settings -> show());
    }

    private void sign() {
        dictionary.sign(name.getText());
        name.requestFocus();   // not the next button, which takes the signature back
        name.clear();
    }

    private void export() {
        picker.save(texts.get("dictionary.export"), texts.get("dictionary.file") + ".csv", "csv")
                .ifPresent(file -> dictionary.export(file, names()));
    }

    private void take() {
        picker.open(texts.get("dictionary.import"), DataScreen.ENDINGS).ifPresent(file -> dictionary.take(file, names()));
    }

    private List<String> names() {
        return model.state().rows().stream().map(ColumnRow::name).toList();
    }

    private void show() {
        ColumnDictionary now = dictionary.dictionary();
        state.setText(dictionary.state(names()));
        withdraw.setVisible(now.hasSignature());
        withdraw.setManaged(now.hasSignature());
        enable();
    }

    private void enable() {
        sign.setDisable(name.getText().isBlank() || dictionary.dictionary().columns().isEmpty());
    }
}
