package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;

/// One number for each level, the commonest first, known to learners to be no more than a name: trees look for the best
/// groups of levels themselves. Rare levels share the last number, which unseen ones get, too. Missing is 1, levels from 2 on: ONNX Runtime keeps sets of numbers from 1 to 64 as
/// bits.
public record LevelCodesStep() implements Step {

    private static final int RARE = 2;
    private static final int MISSING = 1;
    private static final int FIRST = 2;

    @Override
    public String id() {
        return "level_codes";
    }

    @Override
    public String description() {
        return "One number for each value; tree models find out which values belong together.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.CATEGORY;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        fit(column, new LevelCounts(column.strings()), builder);
    }

    static void fit(ColumnAtHand column, LevelCounts counts, RecipeBuilder builder) {
        if (counts.variety() < 2) {
            return;
        }
        List<LevelCounts.Level> common = counts.levels.stream().filter(level -> level.count() >= RARE)
                .sorted(Comparator.comparingInt(LevelCounts.Level::count).reversed().thenComparing(LevelCounts.Level::name)).toList();
        List<String> texts = new ArrayList<>();
        List<Double> codes = new ArrayList<>();
        for (int code = 0; code < common.size(); code++) {
            for (String spelling : common.get(code).spellings()) {
                texts.add(spelling);
                codes.add((double) FIRST + code);
            }
        }
        String name = builder.name(column.field().name() + " level");
        builder.textStep(new Lookup(column.field().name(), texts,
                Numbers.of(codes.stream().mapToDouble(Double::doubleValue).toArray()), MISSING, FIRST + common.size(), name));
        builder.numbersLevels(name);
        builder.feature(name);
    }
}
