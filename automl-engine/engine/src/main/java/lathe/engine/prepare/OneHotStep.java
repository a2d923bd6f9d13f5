package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.step.OneHot;

/// A 0/1 feature for each level; rare levels share one, missing has its own, unseen ones give zeros.
///
/// @param most levels with a feature of their own
public record OneHotStep(int most) implements Step {

    private static final StepParameter MOST = StepParameter.whole("most", 2, 1000, "100",
            "Most values with a feature of their own, the commonest first; the others share one.");
    private static final int LEAST_ROWS = 5;
    private static final int FEW_LEVELS = 10;

    /// As it is usual.
    public OneHotStep() {
        this(MOST.whole(StepWish.of("one_hot")));
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(MOST);
    }

    @Override
    public Step with(StepWish wish) {
        return new OneHotStep(MOST.whole(wish));
    }

    @Override
    public String id() {
        return "one_hot";
    }

    @Override
    public String description() {
        return "A yes/no feature for each value, rare values sharing one: for columns of few values.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.CATEGORY || type == FieldType.BOOLEAN;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        fit(column, new LevelCounts(column.strings()), builder);
    }

    void fit(ColumnAtHand column, LevelCounts counts, RecipeBuilder builder) {
        if (counts.variety() < 2) {
            return;
        }
        Groups groups = new Groups(column.field().name(), most, builder);
        counts.levels.stream()
                .sorted(Comparator.comparingInt(LevelCounts.Level::count).reversed())
                .forEach(level -> groups.add(level, level.count() >= LEAST_ROWS || counts.levels.size() <= FEW_LEVELS));
        if (counts.missing > 0) {
            groups.addMissing();
        }
        if (groups.outputs.size() == 1) {
            return;   // all levels are rare and share the one group
        }
        builder.textStep(new OneHot(column.field().name(), groups.texts, groups.ofText, groups.outputs));
        // Two groups say the same thing twice; one is enough.
        int first = groups.outputs.size() == 2 ? 1 : 0;
        groups.outputs.subList(first, groups.outputs.size()).forEach(builder::feature);
    }

    /// Which text belongs to which output.
    private static final class Groups {
        final String name;
        final int most;
        final RecipeBuilder builder;
        final List<String> texts = new ArrayList<>();
        final List<Integer> ofText = new ArrayList<>();
        final List<String> outputs = new ArrayList<>();
        private int rare = -1;

        Groups(String name, int most, RecipeBuilder builder) {
            this.name = name;
            this.most = most;
            this.builder = builder;
        }

        void add(LevelCounts.Level level, boolean ownGroup) {
            int group = ownGroup && outputs.size() < most ? open(level.name()) : rareGroup();
            for (String spelling : level.spellings()) {
                texts.add(spelling);
                ofText.add(group);
            }
        }

        void addMissing() {
            texts.add("");
            ofText.add(open("(missing)"));
        }

        private int rareGroup() {
            rare = rare < 0 ? open("(rare)") : rare;
            return rare;
        }

        private int open(String title) {
            outputs.add(builder.name(name + "=" + title));
            return outputs.size() - 1;
        }
    }
}
