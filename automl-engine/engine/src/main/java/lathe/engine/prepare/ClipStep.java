package lathe.engine.prepare;

import java.util.List;

/// Far-off numbers moved to the nearest limit: one a person gives, otherwise a quantile of the training rows.
///
/// @param share  of the rows moved at each end
/// @param lowest smallest number kept; NaN for the quantile
/// @param highest largest number kept; NaN for the quantile
public record ClipStep(double share, double lowest, double highest) implements NumberStep {

    private static final double FAR = 1e15;
    private static final StepParameter SHARE = StepParameter.number("share", 0, 0.4, "0.01",
            "Share of the rows that is moved at each end where no limit is given.");
    private static final StepParameter LOWEST = StepParameter.number("lowest", -FAR, FAR, "", "Smallest number kept; smaller ones become it.");
    private static final StepParameter HIGHEST = StepParameter.number("highest", -FAR, FAR, "", "Largest number kept; larger ones become it.");

    /// As it is usual.
    public ClipStep() {
        this(SHARE.number(StepWish.of("clip")), Double.NaN, Double.NaN);
    }

    public ClipStep {
        if (lowest >= highest) {
            throw new IllegalArgumentException("lowest must be smaller than highest, was %s and %s"
                    .formatted(StepParameter.bound(lowest), StepParameter.bound(highest)));
        }
    }

    @Override
    public String id() {
        return "clip";
    }

    @Override
    public String description() {
        return "Use the number, with far-off ones (the lowest and highest 1 %, or beyond limits you give) moved to the nearest usual one: where a few cells are wild or wrong.";
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(SHARE, LOWEST, HIGHEST);
    }

    @Override
    public Step with(StepWish wish) {
        return new ClipStep(SHARE.number(wish), LOWEST.number(wish), HIGHEST.number(wish));
    }

    @Override
    public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
        if (facts.isConstant()) {
            NumberSteps.finish(name, facts, forTrees, builder);
            return;
        }
        double low = Double.isNaN(lowest) ? facts.quantile(share) : lowest;
        double high = Double.isNaN(highest) ? facts.quantile(1 - share) : highest;
        // One limit given may lie beyond the other end's quantile.
        NumberFacts clipped = low < high ? facts.clipped(low, high) : facts;
        if (low >= high || clipped.isConstant()) {
            NumberSteps.finish(name, facts, forTrees, builder);
            return;
        }
        NumberSteps.flag(name, name, facts, forTrees, builder);
        builder.clip(name, low, high);
        NumberSteps.fill(name, clipped, forTrees, builder);
    }
}
