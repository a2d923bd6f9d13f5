package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.step.OneHot;

/// A 0/1 feature for each level; rare levels share one, missing has its own, unseen ones give zeros.
public record OneHotStep() implements Step {

    private static final int MOST_LEVELS = 100;
    private static final int LEAST_ROWS = 5;

    @Override
    public String id() {
        return "one_hot";
    }

    @Override
    public String description() {
        return "A yes/no feature for each value; rare values share one.";
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
        String name = column.field().name();
        List<LevelCounts.Level> sorted = counts.levels.stream()
                .sorted(Comparator.comparingInt(LevelCounts.Level::count).reversed()).toList();
        List<String> texts = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        int rare = -1;
        for (LevelCounts.Level level : sorted) {
            int group;
            if (outputs.size() < MOST_LEVELS && (level.count() >= LEAST_ROWS || counts.levels.size() <= 10)) {
                group = outputs.size();
                outputs.add(builder.name(name + "=" + level.name()));
            } else {
                if (rare < 0) {
                    rare = outputs.size();
                    outputs.add(builder.name(name + "=(rare)"));
                }
                group = rare;
            }
            for (String spelling : level.spellings()) {
                texts.add(spelling);
                groups.add(group);
            }
        }
        if (counts.missing > 0) {
            texts.add("");
            groups.add(outputs.size());
            outputs.add(builder.name(name + "=(missing)"));
        }
        builder.textStep(new OneHot(name, texts, groups, outputs));
        // Two groups say the same thing twice; one is enough.
        List<String> kept = outputs.size() == 2 ? outputs.subList(1, 2) : outputs;
        kept.forEach(builder::feature);
    }
}
