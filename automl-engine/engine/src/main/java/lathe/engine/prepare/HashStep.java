package lathe.engine.prepare;

import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.step.Frame;
import lathe.scoring.step.HashedText;

/// Each level as 1 or -1 in one of several features, by its hash: levels never seen before have their place, too. Features that
/// never change in training are left out. Spellings count: `Red` and `red` have places of their own.
///
/// Source: K. Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009.
///
/// @param width number of features
public record HashStep(int width) implements Step {

    private static final StepParameter WIDTH = StepParameter.whole("width", 2, 1024, "32", "How many features there are to fall on.");

    /// As it is usual.
    public HashStep() {
        this(WIDTH.whole(StepWish.of("hash")));
    }

    @Override
    public String id() {
        return "hash";
    }

    @Override
    public String description() {
        return "Each value at its place among some features (32, or as many as you say) by a hash: for columns of very many values, and where new ones keep coming.";
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(WIDTH);
    }

    @Override
    public Step with(StepWish wish) {
        return new HashStep(WIDTH.whole(wish));
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.CATEGORY;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        if (new LevelCounts(column.strings()).variety() < 2) {
            return;
        }
        String name = column.field().name();
        List<String> outputs = IntStream.range(0, width).mapToObj(i -> builder.name(name + " hash " + i)).toList();
        HashedText step = new HashedText(name, outputs);
        Frame frame = new Frame(new Table(new Schema(List.of(column.field())), List.of(column.strings())));
        step.apply(frame);
        List<String> features = outputs.stream().filter(output -> !NumberFacts.of(frame.numbers(output)).isConstant()).toList();
        if (!features.isEmpty()) {
            builder.textStep(step);
            features.forEach(builder::feature);
        }
    }
}
