package lathe.views.understand;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.views.parts.Parts;

/// One column of the what-if form: its name, what it was, and something to move it with.
abstract sealed class WhatIfControl extends VBox permits NumberControl, ChoiceControl, TextControl {

    static final PseudoClass BAD = PseudoClass.getPseudoClass("error");

    private final Input input;
    private final Speech say;
    private final Consumer<String> changed;
    private final Label was = Parts.styled(new Label(), "muted", "small");
    private boolean quiet;

    /// @param changed hears the new cell as canonical text, each time somebody moves it
    WhatIfControl(Input input, Speech say, Consumer<String> changed) {
        super(4);
        this.input = input;
        this.say = say;
        this.changed = changed;
    }

    static WhatIfControl of(Input input, Speech say, Consumer<String> changed) {
        return switch (input.field().type()) {
            case NUMBER -> new NumberControl(input, say, changed);
            case CATEGORY, BOOLEAN -> new ChoiceControl(input, say, changed);
            case TEXT, DATE, LIST -> new TextControl(input, say, changed);
        };
    }

    Input input() {
        return input;
    }

    Speech say() {
        return say;
    }

    /// First line: the name, and perhaps a control.
    HBox head(Node labelled, Node... controls) {
        Label name = Parts.styled(new Label(input.name()), "what-if-name");
        name.setMinWidth(60);
        name.setMaxWidth(180);
        name.setWrapText(true);
        name.setLabelFor(labelled);
        HBox row = new HBox(Parts.GAP, name, Parts.spacer());
        row.getChildren().addAll(controls);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Shows a cell without telling anybody.
    ///
    /// @param original the cell in the row as it is
    final void show(String cell, String original) {
        boolean same = cell.equals(original);
        if (!getChildren().contains(was)) {
            getChildren().add(was);
        }
        was.setText(same ? "" : say.get("what-if.was", say.cell(input.field(), original)));
        was.setVisible(!same);
        was.setManaged(!same);
        quiet = true;
        display(cell);
        quiet = false;
    }

    /// Puts a cell into the control.
    abstract void display(String cell);

    final void tell(String cell) {
        if (!quiet) {
            changed.accept(cell);
        }
    }

    final boolean isQuiet() {
        return quiet;
    }
}
