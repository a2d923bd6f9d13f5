package lathe.views.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.data.ColumnRule;
import lathe.scoring.FieldType;
import lathe.views.parts.Parts;
import lathe.views.parts.TextFields;
import lathe.views.parts.Titles;
import lathe.views.text.Texts;

/// What the contract asks of the selected column. Type and marks can be set for several columns at once.
final class ContractCard extends VBox {

    private static final int LEVEL_LINES = 5;

    private final Texts texts;
    private final DataViewModel model;
    private final ContractViewModel contract;
    private final Label name = Parts.named("contract-name", Parts.styled(Parts.text(""), "card-title"));
    private final Label about = Parts.muted("");
    private final CheckBox there;
    private final CheckBox required;
    private final CheckBox unique;
    private final ComboBox<Optional<FieldType>> type = Parts.named("contract-type", new ComboBox<>());
    private final TextField min = Parts.named("contract-min", new TextField());
    private final TextField max = Parts.named("contract-max", new TextField());
    private final Label wrong = Parts.named("contract-wrong", Parts.styled(Parts.text(""), "field-error"));
    private final TextArea levels = Parts.named("contract-levels", TextFields.area(LEVEL_LINES));
    private final VBox asked;
    private List<String> shown = List.of();
    private ColumnRule known = ColumnRule.NONE;
    private boolean showing;

    ContractCard(Texts texts, DataViewModel model, ContractViewModel contract) {
        this.texts = texts;
        this.model = model;
        this.contract = contract;
        there = box("there", on -> {
            if (on) {
                contract.set(shown, rule -> rule);
            } else {
                contract.remove(shown);
            }
        });
        required = box("required", on -> contract.set(shown, rule -> rule.withRequired(on)));
        unique = box("unique", on -> contract.set(shown, rule -> rule.withUnique(on)));
        types();
        TextFields.commits(min, text -> bound(min, rule -> rule.withMin(text.strip())));
        TextFields.commits(max, text -> bound(max, rule -> rule.withMax(text.strip())));
        TextFields.commits(levels, text -> levels());
        levels.setPromptText(texts.get("contract.levels-prompt"));
        show(wrong, false);
        HBox bounds = new HBox(Parts.GAP, Parts.grow(labelled("contract.min", min)), Parts.grow(labelled("contract.max", max)));
        asked = new VBox(12, labelled("contract.type", type), new VBox(4, bounds, wrong), labelled("contract.levels", levels), required, unique);
        VBox inside = Parts.styled(new VBox(12, new VBox(2, name, about), there, asked), "column-card");
        ScrollPane scroll = Parts.styled(new ScrollPane(inside), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Parts.named("contract-card", Parts.styled(this, "card", "no-padding"));
        getChildren().add(Parts.grow(scroll));
        model.stateProperty().subscribe(state -> show());
        model.project().settingsProperty().subscribe(settings -> show());
    }

    private interface Switched {

        void to(boolean on);
    }

    private CheckBox box(String key, Switched switched) {
        CheckBox box = Parts.named("contract-" + key, new CheckBox(texts.get("contract." + key)));
        box.setWrapText(true);
        box.setOnAction(event -> switched.to(box.isSelected()));
        return box;
    }

    private void types() {
        ContractWords words = new ContractWords(texts);
        List<Optional<FieldType>> choices = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(FieldType.values()).forEach(each -> choices.add(Optional.of(each)));
        type.getItems().setAll(choices);
        type.setConverter(new Titles<>(words::typeName));
        type.setMaxWidth(Double.MAX_VALUE);
        type.valueProperty().subscribe(chosen -> {
            if (!showing && chosen != null) {
                contract.set(shown, rule -> rule.withType(chosen.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("")));
            }
        });
    }

    private Node labelled(String key, Node field) {
        Label label = Parts.styled(Parts.text(texts.get(key)), "strong");
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    // Levels that are there stay as they are, with the blanks at their ends.
    private void levels() {
        if (!levels.getText().equals(String.join("\n", known.levels()))) {
            List<String> lines = levels.getText().lines().map(line -> known.levels().contains(line) ? line : line.strip())
                    .filter(line -> !line.isEmpty()).distinct().toList();
            first(rule -> rule.withLevels(lines));
        }
    }

    // What is neither a number nor a day is told, and not kept.
    private void bound(TextField field, UnaryOperator<ColumnRule> edit) {
        try {
            first(edit);
            show(wrong, false);
        } catch (IllegalArgumentException noBound) {
            wrong.setText(texts.get("contract.no-bound", field.getText().strip()));
            show(wrong, true);
        }
    }

    private void first(UnaryOperator<ColumnRule> edit) {
        boolean inContract = !shown.isEmpty() && contract.rule(shown.getFirst()).isPresent();
        if (inContract) {
            contract.set(List.of(shown.getFirst()), edit);
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void show() {
        List<String> now = model.state().selection();
        boolean other = !now.equals(shown);
        if (other) {
            commit();
            shown = now;
            show(wrong, false);
        }
        setVisible(!now.isEmpty());
        model.state().current().ifPresent(row -> show(row, other));
    }

    // What was typed for the column shown before.
    private void commit() {
        for (TextInputControl field : List.of(min, max, levels)) {
            if (field.isFocused()) {
                bound(min, rule -> rule.withMin(min.getText().strip()));
                bound(max, rule -> rule.withMax(max.getText().strip()));
                levels();
            }
        }
    }

    private void show(ColumnRow row, boolean other) {
        Optional<ColumnRule> found = contract.rule(row.name());
        ColumnRule rule = found.orElse(ColumnRule.NONE);
        showing = true;
        name.setText(row.name());
        about.setText(shown.size() > 1 ? texts.get("contract.several", shown.size()) : texts.get("contract.about"));
        there.setSelected(found.isPresent());
        show(asked, found.isPresent());
        type.setValue(rule.chosenType());
        set(min, rule.min(), other || !rule.min().equals(known.min()));
        set(max, rule.max(), other || !rule.max().equals(known.max()));
        set(levels, String.join("\n", rule.levels()), other || !rule.levels().equals(known.levels()));
        required.setSelected(rule.required());
        unique.setSelected(rule.unique());
        known = rule;
        showing = false;
    }

    // What is being typed stays while something else changes.
    private static void set(TextInputControl field, String text, boolean changed) {
        if (changed && !field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
