package lathe.views.understand;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import lathe.scoring.CellParser;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Table;
import lathe.views.parts.Parts;
import org.jspecify.annotations.Nullable;

/// A field for words, a date, or several items with commas between.
final class TextControl extends WhatIfControl {

    private static final int LINES = 3;

    private final TextInputControl text;
    private final CellParser parser;
    private String shown = "\u0000";   // no cell has this

    TextControl(Input input, Speech say, Consumer<String> changed) {
        super(input, say, changed);
        parser = new CellParser(Field.of(input.name(), input.field().type()));
        text = Parts.named("what-if-" + input.name(), input.field().type() == FieldType.TEXT ? area() : new TextField());
        text.setAccessibleText(input.name());
        text.setPromptText(switch (input.field().type()) {
            case DATE -> say.get("what-if.bad-date");
            case LIST -> say.get("what-if.list");
            case NUMBER, CATEGORY, BOOLEAN, TEXT -> say.get("missing");
        });
        getChildren().addAll(head(text), text);
        text.textProperty().subscribe(this::typed);
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(LINES);
        area.setMinHeight(64);
        return area;
    }

    private void typed(String now) {
        if (isQuiet()) {
            return;
        }
        String cell = cell(now);
        text.pseudoClassStateChanged(BAD, cell == null);
        text.setTooltip(cell == null ? new Tooltip(say().get("what-if.bad-date")) : null);
        if (cell != null) {
            shown = cell;
            tell(cell);
        }
    }

    // Canonical text, or null if it is no date.
    private @Nullable String cell(String now) {
        return switch (input().field().type()) {
            case LIST -> Arrays.stream(now.split(",")).map(String::strip).filter(item -> !item.isEmpty())
                    .collect(Collectors.joining(Table.LIST_SEPARATOR));
            case DATE -> parser.text(now);
            case TEXT -> now.isBlank() ? "" : now;
            case NUMBER, CATEGORY, BOOLEAN -> throw new IllegalStateException(Objects.toString(input().field()));
        };
    }

    @Override
    void display(String cell) {
        if (cell.equals(shown)) {
            return;
        }
        shown = cell;
        text.setText(input().field().type() == FieldType.LIST ? cell.replace(Table.LIST_SEPARATOR, ", ") : cell);
        text.pseudoClassStateChanged(BAD, false);
    }
}
