package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.DateParts.Part;
import lathe.scoring.step.Frame;

/// Year, month, day, weekday, running day and hour of a date; parts that never change are left out.
public record DatePartsStep() implements Step {

    @Override
    public String id() {
        return "date_parts";
    }

    @Override
    public String description() {
        return "Year, month, day, weekday, hour and the running day of the date.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.DATE;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        String name = column.field().name();
        List<Part> parts = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        StringColumn dates = column.strings();
        boolean timed = dates.levels().stream().anyMatch(text -> text.length() > 10);
        for (Part part : Part.values()) {
            if (part != Part.HOUR || timed) {
                parts.add(part);
                outputs.add(builder.name(name + " " + part.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            }
        }
        DateParts fitted = new DateParts(name, parts, outputs);
        builder.textStep(fitted);
        Frame frame = new Frame(new Table(new Schema(List.of(column.field())), List.of(dates)));
        fitted.apply(frame);
        for (String output : outputs) {
            NumberSteps.finish(output, frame.numbers(output), column.forTrees(), builder);
        }
    }
}
