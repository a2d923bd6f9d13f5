package lathe.engine.prepare;

import java.util.Arrays;
import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.DateParts.Part;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.Scale;

/// Days from the date to the newest one of the training rows.
public record DateAgeStep() implements Step {

    @Override
    public String id() {
        return "date_age";
    }

    @Override
    public String description() {
        return "Days from the date to the newest one in training, as one number: where it counts how long ago something was.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.DATE;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        String name = column.field().name();
        NumberFacts days = NumberFacts.of(DatePartsStep.numbers(column, List.of(Part.EPOCH_DAY)).getFirst());
        if (days.saysNothing()) {
            return;
        }
        double newest = days.highest();
        String output = builder.name(name + " age");
        builder.textStep(new DateParts(name, List.of(Part.EPOCH_DAY), List.of(output)));
        builder.textStep(new Scale(List.of(output), Numbers.of(newest), Numbers.of(-1)));
        double[] ages = Arrays.copyOf(days.sorted, days.rows());
        Arrays.fill(ages, days.sorted.length, ages.length, Double.NaN);
        NumberFacts facts = NumberFacts.of(Arrays.stream(ages).map(day -> (day - newest) / -1).toArray());
        NumberSteps.flag(output, name, facts, column.forTrees(), builder);
        NumberSteps.finishUnflagged(output, facts, column.forTrees(), builder);
    }
}
