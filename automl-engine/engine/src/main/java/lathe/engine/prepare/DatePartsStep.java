package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.DateParts.Part;
import lathe.scoring.step.Frame;

/// Year, month, day, weekday, running day and hour of a date; parts that never change are left out.
public record DatePartsStep() implements Step {

    // They begin anew, so that no straight line fits them: linear models get each of their values.
    private static final Set<Part> CYCLIC = Set.of(Part.MONTH, Part.WEEKDAY, Part.HOUR);

    @Override
    public String id() {
        return "date_parts";
    }

    @Override
    public String description() {
        return "Year, month, day, weekday, hour and the running day of the date: where seasons, weekdays or trends matter.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.DATE;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        String name = column.field().name();
        List<Found> found = found(column);
        if (found.isEmpty()) {
            return;
        }
        List<String> outputs = found.stream().map(one -> builder.name(name + " " + title(one.part()))).toList();
        builder.textStep(new DateParts(name, found.stream().map(Found::part).toList(), outputs));
        // One flag for all parts: they are missing together.
        NumberSteps.flag(outputs.getFirst(), name, found.getFirst().numbers(), column.forTrees(), builder);
        for (int i = 0; i < outputs.size(); i++) {
            if (!column.forTrees() && CYCLIC.contains(found.get(i).part())) {
                CommonNumbers.flag(outputs.get(i), found.get(i).numbers(), builder);
            }
            NumberSteps.finishUnflagged(outputs.get(i), found.get(i).numbers(), column.forTrees(), builder);
        }
    }

    /// A part that is worth a feature.
    private record Found(Part part, NumberFacts numbers) { }

    private static List<Found> found(ColumnAtHand column) {
        List<Part> all = List.of(Part.values());
        List<double[]> values = numbers(column, all);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Part part = all.get(i);
            NumberFacts numbers = NumberFacts.of(values.get(i));
            // The running day stays even where all days are one: it tells missing from present.
            if (!numbers.isConstant() || part == Part.EPOCH_DAY && !numbers.saysNothing()) {
                found.add(new Found(part, numbers));
            }
        }
        return found;
    }

    /// Parts of the training rows.
    static List<double[]> numbers(ColumnAtHand column, List<Part> parts) {
        Frame frame = new Frame(new Table(new Schema(List.of(column.field())), List.of(column.strings())));
        List<String> titles = parts.stream().map(DatePartsStep::title).toList();
        new DateParts(column.field().name(), parts, titles).apply(frame);
        return titles.stream().map(frame::numbers).toList();
    }

    private static String title(Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
