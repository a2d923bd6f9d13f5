package lathe.views.understand;

import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import lathe.views.parts.Parts;

/// A list of the texts the data has; the empty one stands for missing.
final class ChoiceControl extends WhatIfControl {

    private static final double MOST_WIDTH = 170;
    /// So many letters of name and choice have room in one line, side by side.
    private static final int MOST_BESIDE = 24;

    private final ComboBox<String> box;

    ChoiceControl(Input input, Speech say, Consumer<String> changed) {
        super(input, say, changed);
        box = Parts.named("what-if-" + input.name(), new ComboBox<>());
        box.getItems().setAll(input.levels());
        box.getItems().add("");
        box.setMaxWidth(MOST_WIDTH);
        box.setAccessibleText(input.name());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String level) {
                return level == null ? "" : say.cell(input.field(), level);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("the box cannot be typed into");
            }
        });
        box.setOnAction(event -> {
            if (box.getValue() != null) {
                tell(box.getValue());
            }
        });
        int longest = input.levels().stream().mapToInt(String::length).max().orElse(0);
        if (input.name().length() + longest <= MOST_BESIDE) {
            getChildren().add(head(box, box));
        } else {
            box.setMaxWidth(Double.MAX_VALUE);
            getChildren().addAll(head(box), box);
        }
    }

    @Override
    void display(String cell) {
        if (!box.getItems().contains(cell)) {
            box.getItems().addFirst(cell);
        }
        box.setValue(cell);
    }
}
