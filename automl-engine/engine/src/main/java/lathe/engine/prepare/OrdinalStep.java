package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import lathe.scoring.FieldType;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;

/// Levels numbered in the order of their names, as numbers where all are numbers: short, and right where names sort as
/// they mean (`1 low`, `2 high`). Missing is -1, unseen is -2.
public record OrdinalStep() implements Step {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    @Override
    public String id() {
        return "ordinal";
    }

    @Override
    public String description() {
        return "One number for each value, in the order of their names: where names sort as they mean, like 1 low, 2 high.";
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
                counts.levels.stream().sorted(order(counts.levels)).toList();
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
            // Mean and deviation of evenly spread codes.
            double levelCount = sorted.size();
            builder.scale(name, (levelCount - 1) / 2, Math.max(1, Math.sqrt((levelCount * levelCount - 1) / 12)));
        }
        builder.feature(name);
    }

    private static Comparator<LevelCounts.Level> order(List<LevelCounts.Level> levels) {
        Comparator<LevelCounts.Level> byName = Comparator.comparing(LevelCounts.Level::name);
        if (levels.stream().allMatch(level -> NUMBER.matcher(level.name().strip()).matches())) {
            return Comparator.comparingDouble((LevelCounts.Level level) -> Double.parseDouble(level.name().strip()))
                    .thenComparing(byName);
        }
        return byName;
    }
}
