package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.step.Frame;
import lathe.scoring.step.ListNumbers;
import lathe.scoring.step.ListNumbers.Part;

/// How many items a list has, and sum, mean and largest of those that are numbers.
public record ListSumsStep() implements Step {

    @Override
    public String id() {
        return "list_sums";
    }

    @Override
    public String description() {
        return "The number of items, and sum, mean and largest of those that are numbers: for lists of amounts or measurements.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.LIST;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        ListLengthStep.add(column, builder);
        String name = column.field().name();
        List<Part> all = List.of(Part.values());
        Frame frame = new Frame(new Table(new Schema(List.of(column.field())), List.of(column.strings())));
        new ListNumbers(name, all, all.stream().map(ListSumsStep::title).toList()).apply(frame);
        List<Part> parts = new ArrayList<>();
        List<NumberFacts> facts = new ArrayList<>();
        for (Part part : all) {
            NumberFacts ofPart = NumberFacts.of(frame.numbers(title(part)));
            if (!ofPart.saysNothing()) {
                parts.add(part);
                facts.add(ofPart);
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        List<String> outputs = parts.stream().map(part -> builder.name(name + " " + title(part))).toList();
        builder.textStep(new ListNumbers(name, parts, outputs));
        // Mean and largest are missing together, so one flag tells of both.
        int flagged = parts.getFirst() == Part.SUM ? Math.min(1, parts.size() - 1) : 0;
        NumberSteps.flag(outputs.get(flagged), outputs.get(flagged), facts.get(flagged), column.forTrees(), builder);
        for (int i = 0; i < outputs.size(); i++) {
            NumberSteps.finishUnflagged(outputs.get(i), facts.get(i), column.forTrees(), builder);
        }
    }

    private static String title(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
