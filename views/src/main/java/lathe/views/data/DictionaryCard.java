package lathe.views.data;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.NumberSummary;
import lathe.engine.profile.PersonalSigns;
import lathe.engine.track.ColumnMeaning;
import lathe.views.parts.Parts;
import lathe.views.parts.TextFields;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// What the selected column means: fields to say it in. Owner and personal data can be said of several columns at once.
final class DictionaryCard extends VBox {

    private static final int MOST_EXAMPLES = 4;
    private static final int LONGEST = 24;
    private static final int MEANING_LINES = 4;

    private final Texts texts;
    private final Terms terms;
    private final DataViewModel model;
    private final DictionaryViewModel dictionary;
    private final Label name = Parts.named("dictionary-name", Parts.styled(Parts.text(""), "card-title"));
    private final Label about = Parts.muted("");
    private final Label hint = Parts.named("personal-hint", Parts.text(""));
    private final Label several = Parts.named("dictionary-several", Parts.text(""));
    private final Map<MeaningPart, TextInputControl> fields = new EnumMap<>(MeaningPart.class);
    private final Map<String, ToggleButton> answers = new LinkedHashMap<>();
    private List<String> shown = List.of();
    private ColumnMeaning known = ColumnMeaning.NONE;   // of the first of them, as the fields were set to it

    DictionaryCard(Texts texts, DataViewModel model, DictionaryViewModel dictionary) {
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.model = model;
        this.dictionary = dictionary;
        VBox inside = Parts.styled(new VBox(12, new VBox(2, name, about), field(MeaningPart.MEANING), field(MeaningPart.UNIT),
                several, field(MeaningPart.OWNER), personal()), "column-card");
        ScrollPane scroll = Parts.styled(new ScrollPane(inside), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Parts.named("dictionary-card", Parts.styled(this, "card", "no-padding"));
        getChildren().add(Parts.grow(scroll));
        model.stateProperty().subscribe(state -> show());
        model.project().settingsProperty().subscribe(settings -> show());
    }

    private VBox field(MeaningPart part) {
        TextInputControl field = part == MeaningPart.MEANING ? TextFields.area(MEANING_LINES) : new TextField();
        Parts.named("dictionary-" + part.key() + "-field", field);
        field.setPromptText(texts.get("dictionary.prompt." + part.key()));
        TextFields.commits(field, text -> commit(part, text));
        fields.put(part, field);
        Label label = Parts.styled(Parts.text(texts.get("column." + part.key())), "strong");
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    private Node personal() {
        FlowPane buttons = new FlowPane(Parts.GAP, Parts.GAP);
        for (String answer : new String[] {ColumnMeaning.YES, ColumnMeaning.NO, ""}) {
            String key = answer.isEmpty() ? "open" : answer;
            ToggleButton button = Parts.named("personal-" + key, Parts.styled(new ToggleButton(texts.get("personal." + key)), "answer"));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                button.setSelected(true);
                dictionary.setPersonal(shown, answer);
            });
            answers.put(answer, button);
            buttons.getChildren().add(button);
        }
        return new VBox(4, Parts.styled(Parts.text(texts.get("personal.question")), "strong"), hint, buttons, Parts.muted(texts.get("personal.explained")));
    }

    // An owner may have many columns; a meaning and a unit belong to one.
    private void commit(MeaningPart part, String text) {
        if (shown.isEmpty() || text.strip().equals(part.of(dictionary.dictionary().column(shown.getFirst())))) {
            return;
        }
        dictionary.commit(part, part == MeaningPart.OWNER ? shown : List.of(shown.getFirst()), text);
    }

    private void show() {
        List<String> now = model.state().selection();
        if (!shown.equals(now)) {
            fields.forEach((part, field) -> commit(part, field.getText()));   // typed for the columns shown before
            shown = now;
        }
        setVisible(!now.isEmpty());
        model.state().current().ifPresent(row -> show(row, now.size()));
    }

    private void show(ColumnRow row, int selected) {
        ColumnMeaning said = dictionary.dictionary().column(row.name());
        boolean other = !row.name().equals(name.getText());
        name.setText(row.name());
        about.setText(about(row));
        several.setText(texts.get("dictionary.several", selected));
        several.setVisible(selected > 1);
        several.setManaged(selected > 1);
        // What is being typed stays while something else changes.
        fields.forEach((part, field) -> {
            String text = part.of(said);
            if ((other || !text.equals(part.of(known))) && !field.getText().equals(text)) {
                field.setText(text);
            }
        });
        known = said;
        answers.forEach((answer, button) -> button.setSelected(answer.equals(said.personal())));
        Optional<PersonalSigns.Sign> sign = said.personal().isEmpty() ? model.personalSign(row.name()) : Optional.empty();
        hint.setText(sign.map(each -> texts.get("personal.sign." + (each.byValues() ? "values" : "name"),
                texts.get("personal.kind." + each.kind().name().toLowerCase(Locale.ROOT)))).orElse(""));
        hint.setVisible(sign.isPresent());
        hint.setManaged(sign.isPresent());
    }

    private String about(ColumnRow row) {
        Optional<FieldProfile> profile = model.profile().flatMap(known ->
                known.fields().stream().filter(field -> field.name().equals(row.name())).findFirst());
        return terms.type(row.type()) + profile.map(this::values).filter(text -> !text.isEmpty()).map(text -> " · " + text).orElse("");
    }

    private String values(FieldProfile profile) {
        NumberSummary numbers = profile.numbers();
        if (numbers != null) {
            return texts.get("dictionary.range", texts.numbers().significant(numbers.min(), 4), texts.numbers().significant(numbers.max(), 4));
        }
        return String.join(", ", profile.top().stream().limit(MOST_EXAMPLES).map(level -> cut(level.text())).toList());
    }

    private static String cut(String text) {
        String line = text.replace('\n', ' ').replace('\u001F', ' ');
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
