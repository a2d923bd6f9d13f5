package lathe.views.prepare;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.views.parts.CheckedField;
import lathe.views.parts.Parts;

/// A new column, or the expression of one: checked while it is typed, with the first rows beside the columns it uses.
final class DeriveCard extends VBox {

    private static final int MOST_COLUMNS = 4;

    private final PlanWords words;
    private final TableViewModel model;
    private final Label title = Parts.styled(Parts.text(""), "card-title");
    private final TextField name = Parts.named("derive-name", new TextField());
    private final CheckedField<TableViewModel.Check> expression;
    private final Label previewTitle;
    private final GridPane preview = Parts.named("derive-preview", new GridPane(12, 4));
    private final Button save;
    private String editing = "";

    /// @param done gets the name of the column saved, or the empty text if nothing was
    DeriveCard(PlanWords words, TableViewModel model, Consumer<String> done) {
        this.words = words;
        this.model = model;
        Parts.named("derive-card", Parts.styled(this, "card"));
        Label label = Parts.styled(Parts.text(words.texts.get("derive.name")), "strong");
        label.setLabelFor(name);
        name.setPromptText(words.texts.get("derive.name.example"));
        save = Parts.named("derive-save", Parts.primary(words.texts.get("derive.add"), () -> {
            model.save(name.getText(), text());
            done.accept(name.getText().strip());
        }));
        Button cancel = Parts.named("derive-cancel", Parts.button(words.texts.get("derive.cancel"), () -> done.accept("")));
        expression = new CheckedField<>("derive-expression", words.texts.get("derive.expression"),
                text -> model.check(editing, name.getText(), text), this::checked);
        expression.prompt(words.texts.get("derive.expression.example"));
        name.textProperty().addListener((property, was, now) -> expression.look());
        previewTitle = Parts.styled(Parts.text(words.texts.get("derive.preview")), "strong");
        Label grammar = Parts.named("derive-grammar", Parts.muted(words.texts.get("derive.grammar")));
        VBox inside = new VBox(12, title, new VBox(4, label, name), expression, new FlowPane(Parts.GAP, Parts.GAP, save, cancel),
                previewTitle, preview, grammar);
        inside.setPadding(new Insets(0, 12, 0, 0));
        ScrollPane scroll = Parts.styled(new ScrollPane(inside), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(Parts.grow(scroll));
    }

    private String text() {
        return expression.text();
    }

    /// @param column to change; empty for a new one
    void begin(String column) {
        editing = column;
        title.setText(column.isEmpty() ? words.texts.get("derive.title") : words.texts.get("derive.change", column));
        save.setText(words.texts.get(column.isEmpty() ? "derive.add" : "derive.save"));
        name.setText(column);
        name.setDisable(!column.isEmpty());
        expression.setText(model.expression(column).orElse(""));
        expression.look();
        applyCss();   // the first time the fields are in the window only now
        if (column.isEmpty()) {
            name.requestFocus();
        } else {
            expression.focus();
        }
    }

    private void checked(TableViewModel.Check check) {
        save.setDisable(!check.usable());
        preview.getChildren().clear();
        preview.getColumnConstraints().clear();
        boolean shown = check.preview().isPresent();
        for (Node each : List.of(previewTitle, preview)) {
            each.setVisible(shown);
            each.setManaged(shown);
        }
        check.preview().ifPresent(this::fill);
    }

    private void fill(Table table) {
        int from = Math.max(0, table.columns().size() - MOST_COLUMNS);
        int columns = table.columns().size() - from;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / columns);
            width.setHalignment(table.columns().get(from + i) instanceof NumberColumn ? HPos.RIGHT : HPos.LEFT);
            preview.getColumnConstraints().add(width);
            boolean made = i == columns - 1;
            preview.add(cell(table.schema().field(from + i).name(), made ? "strong" : "muted"), i, 0);
            for (int row = 0; row < table.rows(); row++) {
                preview.add(cell(shown(table.columns().get(from + i), row), made ? "strong" : ""), i, row + 1);
            }
        }
    }

    private static Label cell(String text, String style) {
        Label label = new Label(text);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    private String shown(Column column, int row) {
        return column.isMissing(row) ? words.texts.get("missing") : switch (column) {
            case NumberColumn numbers -> words.number(numbers.value(row));
            case StringColumn texts -> texts.text(row);
        };
    }
}
