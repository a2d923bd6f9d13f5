package lathe.engine.prepare;

import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.step.Frame;
import lathe.scoring.step.ListVector;

/// How many items a list has; a missing list has none.
public record ListLengthStep() implements Step {

    @Override
    public String id() {
        return "list_length";
    }

    @Override
    public String description() {
        return "Only the number of items: where it counts how many there are, not which.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.LIST;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        add(column, builder);
    }

    /// Hands the builder the number of items, where it changes.
    static void add(ColumnAtHand column, RecipeBuilder builder) {
        String name = column.field().name();
        Frame frame = new Frame(new Table(new Schema(List.of(column.field())), List.of(column.strings())));
        String count = name + " count";
        new ListVector(name, List.of(), List.of(count)).apply(frame);
        NumberFacts facts = NumberFacts.of(frame.numbers(count));
        if (facts.saysNothing()) {
            return;
        }
        String output = builder.name(count);
        builder.textStep(new ListVector(name, List.of(), List.of(output)));
        NumberSteps.finish(output, facts, column.forTrees(), builder);
    }
}
