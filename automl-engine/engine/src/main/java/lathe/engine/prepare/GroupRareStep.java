package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.FieldType;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.NumberLevels;
import lathe.scoring.step.Numbers;

/// A 0/1 feature for each level that at least a share of the training rows have; the others share one, and so do levels never
/// seen. Missing has its own. This is scikit-learn's OneHotEncoder with `min_frequency=share` and
/// `handle_unknown="infrequent_if_exist"`.
///
/// @param share of the rows from which on a level has a feature of its own
public record GroupRareStep(double share) implements Step {

    private static final StepParameter SHARE = StepParameter.number("share", 0.0001, 0.5, "0.01",
            "Share of the rows from which on a value has a feature of its own.");

    /// As it is usual.
    public GroupRareStep() {
        this(SHARE.number(StepWish.of("group_rare")));
    }

    @Override
    public String id() {
        return "group_rare";
    }

    @Override
    public String description() {
        return "A yes/no feature for each value that 1 % of the rows or more have (or another share); all others, new ones too, are one: for columns with a long tail of rare values.";
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(SHARE);
    }

    @Override
    public Step with(StepWish wish) {
        return new GroupRareStep(SHARE.number(wish));
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.CATEGORY;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        LevelCounts counts = new LevelCounts(column.strings());
        String name = column.field().name();
        double least = share * column.strings().rows();
        List<LevelCounts.Level> common = counts.levels.stream().filter(level -> level.count() >= least)
                .sorted(Comparator.comparingInt(LevelCounts.Level::count).reversed().thenComparing(LevelCounts.Level::name)).toList();
        List<String> titles = new ArrayList<>(common.stream().map(LevelCounts.Level::name).toList());
        boolean some = common.size() < counts.levels.size();
        if (some) {
            titles.add("(rare)");
        }
        if (counts.missing > 0) {
            titles.add("(missing)");
        }
        if (titles.size() < 2) {
            return;
        }
        String group = builder.name(name + " group");
        builder.textStep(lookup(name, counts, common, group));
        List<String> outputs = titles.stream().map(title -> builder.name(name + "=" + title)).toList();
        builder.textStep(new NumberLevels(Collections.nCopies(outputs.size(), group),
                Numbers.of(IntStream.range(0, outputs.size()).asDoubleStream().toArray()), outputs));
        // Two groups say the same thing twice; one is enough.
        outputs.subList(outputs.size() == 2 ? 1 : 0, outputs.size()).forEach(builder::feature);
    }

    // Groups: common levels, then the rare ones, then missing; -1 is in none.
    private static Lookup lookup(String name, LevelCounts counts, List<LevelCounts.Level> common, String output) {
        boolean some = common.size() < counts.levels.size();
        List<String> texts = new ArrayList<>();
        List<Double> groups = new ArrayList<>();
        for (LevelCounts.Level level : counts.levels) {
            int place = common.indexOf(level);
            for (String spelling : level.spellings()) {
                texts.add(spelling);
                groups.add((double) (place < 0 ? common.size() : place));
            }
        }
        double missing = counts.missing > 0 ? common.size() + (some ? 1 : 0) : -1;
        return new Lookup(name, texts, Numbers.of(groups.stream().mapToDouble(Double::doubleValue).toArray()), missing,
                some ? common.size() : -1, output);
    }
}
