package lathe.views.understand;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import lathe.views.parts.Parts;

/// A slider over the range of the data, and a field for any other number or none.
final class NumberControl extends WhatIfControl {

    private static final double FIELD = 92;

    private final Slider slider;
    private final TextField field;
    private String shown = "";
    private boolean sliding;

    NumberControl(Input input, Speech say, Consumer<String> changed) {
        super(input, say, changed);
        slider = Parts.named("what-if-slider-" + input.name(), new Slider(input.low(), input.high(), input.low()));
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.getStyleClass().add(Styles.SMALL);
        slider.setBlockIncrement(input.step());
        slider.setAccessibleText(say.get("slider", input.name()));
        field = Parts.named("what-if-" + input.name(), new TextField());
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setAccessibleText(input.name());
        field.setPromptText(say.get("missing"));
        getChildren().addAll(head(field, field), slider);
        slider.valueProperty().subscribe(now -> slid(now.doubleValue()));
        field.textProperty().subscribe(this::typed);
    }

    private void slid(double place) {
        if (isQuiet() || sliding) {
            return;
        }
        String cell = Double.toString(input().nearest(place));
        if (!cell.equals(shown)) {
            shown = cell;
            sliding = true;
            write(cell);
            sliding = false;
            tell(cell);
        }
    }

    private void typed(String text) {
        if (isQuiet() || sliding) {
            return;
        }
        OptionalDouble number = read(text);
        boolean bad = number.isEmpty() && !text.isBlank();
        field.pseudoClassStateChanged(BAD, bad);
        field.setTooltip(bad ? new Tooltip(say().get("what-if.bad-number")) : null);
        if (!bad) {
            String cell = number.isEmpty() ? "" : Double.toString(number.getAsDouble());
            shown = cell;
            place(cell);
            tell(cell);
        }
    }

    private OptionalDouble read(String text) {
        ParsePosition end = new ParsePosition(0);
        String stripped = text.strip();
        Number number = NumberFormat.getNumberInstance(say().texts().locale()).parse(stripped, end);
        boolean whole = number != null && end.getIndex() == stripped.length() && Double.isFinite(number.doubleValue());
        return whole ? OptionalDouble.of(Objects.requireNonNull(number).doubleValue()) : OptionalDouble.empty();
    }

    // A number outside the range of the data rests at the slider's end.
    private void place(String cell) {
        sliding = true;
        double number = Cells.number(cell);
        slider.setValue(Double.isNaN(number) ? input().low() : Math.clamp(number, input().low(), input().high()));
        slider.setOpacity(Double.isNaN(number) ? 0.5 : 1);
        sliding = false;
    }

    private void write(String cell) {
        field.setText(cell.isEmpty() ? "" : say().numbers().significant(Double.parseDouble(cell), 6));
        field.pseudoClassStateChanged(BAD, false);
        slider.setOpacity(cell.isEmpty() ? 0.5 : 1);
    }

    @Override
    void display(String cell) {
        if (cell.equals(shown)) {
            return;   // what somebody is typing or moving just now stays as it is
        }
        shown = cell;
        write(cell);
        place(cell);
    }
}
