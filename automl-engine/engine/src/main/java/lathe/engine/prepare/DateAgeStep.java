package lathe.engine.prepare;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.DateParts.Part;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.Scale;
import org.jspecify.annotations.Nullable;

/// Days from the date to another: one a person gives, otherwise the newest of the training rows.
///
/// @param reference that date; null for the newest one
public record DateAgeStep(@Nullable LocalDate reference) implements Step {

    private static final StepParameter REFERENCE = StepParameter.date("reference", "Date up to which days are counted (by itself the newest one in training).");

    /// As it is usual.
    public DateAgeStep() {
        this(null);
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(REFERENCE);
    }

    @Override
    public Step with(StepWish wish) {
        return new DateAgeStep(REFERENCE.date(wish).orElse(null));
    }

    @Override
    public String id() {
        return "date_age";
    }

    @Override
    public String description() {
        return "Days from the date to the newest one in training, or to a date you give, as one number: where it counts how long ago something was.";
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
        double newest = reference == null ? days.highest() : reference.toEpochDay();
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
