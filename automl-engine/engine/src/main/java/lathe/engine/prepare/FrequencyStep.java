package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;

/// The share of training rows that have the level; unseen is 0, missing the negative share of missing rows.
public record FrequencyStep() implements Step {

    @Override
    public String id() {
        return "frequency";
    }

    @Override
    public String description() {
        return "How common the value is, as one number: for columns of many values where rare and usual ones behave differently.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.CATEGORY || type == FieldType.BOOLEAN;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        LevelCounts counts = new LevelCounts(column.strings());
        double rows = column.strings().rows();
        if (counts.variety() < 2) {
            return;
        }
        List<String> texts = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        double missing = -counts.missing / rows;
        double mean = missing * counts.missing / rows;
        double squares = missing * missing * counts.missing / rows;
        for (LevelCounts.Level level : counts.levels) {
            double share = level.count() / rows;
            mean += share * share;
            squares += share * share * share;
            for (String spelling : level.spellings()) {
                texts.add(spelling);
                shares.add(share);
            }
        }
        double deviation = Math.sqrt(Math.max(0, squares - mean * mean));
        if (deviation < 1e-9) {
            return;   // all values are equally common
        }
        String name = builder.name(column.field().name() + " frequency");
        builder.textStep(new Lookup(column.field().name(), texts,
                Numbers.of(shares.stream().mapToDouble(Double::doubleValue).toArray()), missing, 0, name));
        if (!column.forTrees()) {
            builder.scale(name, mean, deviation);
        }
        builder.feature(name);
    }
}
