package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;

/// Levels numbered in the order of their names: short, and right where names sort as they mean (`1 low`, `2 high`).
public record OrdinalStep() implements Step {

    @Override
    public String id() {
        return "ordinal";
    }

    @Override
    public String description() {
        return "One number for each value, in the order of their names.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.CATEGORY || type == FieldType.BOOLEAN;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        LevelCounts counts = new LevelCounts(column.strings());
        if (counts.variety() < 2) {
            return;
        }
        List<LevelCounts.Level> sorted =
                counts.levels.stream().sorted(Comparator.comparing(LevelCounts.Level::name)).toList();
        List<String> texts = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (String spelling : sorted.get(i).spellings()) {
                texts.add(spelling);
                values.add((double) i);
            }
        }
        String name = builder.name(column.field().name() + " code");
        builder.textStep(new Lookup(column.field().name(), texts,
                Numbers.of(values.stream().mapToDouble(Double::doubleValue).toArray()), -1, -2, name));
        if (!column.forTrees()) {
            builder.scale(name, (sorted.size() - 1) / 2.0, Math.max(1, sorted.size() / 3.5));
        }
        builder.feature(name);
    }
}
