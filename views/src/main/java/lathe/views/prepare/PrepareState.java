package lathe.views.prepare;

import java.util.List;
import java.util.Optional;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.StepPreview;
import lathe.views.work.Loadable;

/// What Prepare shows.
///
/// @param plans    of all columns but the target, in the order of the table
/// @param filter   which of them are wanted
/// @param selected names of the columns a choice is made for
/// @param focus    the column whose card is shown; empty for none
/// @param seenBy   kind of model the preview is for
/// @param preview  of the focused column
public record PrepareState(Loadable<List<ColumnPlan>> plans, PlanFilter filter, List<String> selected, String focus,
                           Preparation seenBy, Loadable<StepPreview> preview) {

    static final PrepareState START = new PrepareState(Loadable.empty(), PlanFilter.NONE, List.of(), "", Preparation.LINEAR,
            Loadable.empty());

    public PrepareState {
        selected = List.copyOf(selected);
    }

    PrepareState withPlans(Loadable<List<ColumnPlan>> now) {
        PrepareState changed = new PrepareState(now, filter, selected, focus, seenBy, preview);
        List<ColumnPlan> known = changed.columns();
        if (known.isEmpty() || changed.focused().isPresent()) {
            return changed;
        }
        String first = known.stream().filter(plan -> plan.use() == ColumnPlan.Use.USED).findFirst().orElse(known.getFirst()).name();
        return changed.withSelection(List.of(first), first);
    }

    PrepareState withFilter(PlanFilter now) {
        return new PrepareState(plans, now, selected, focus, seenBy, preview);
    }

    PrepareState withSelection(List<String> names, String focused) {
        return new PrepareState(plans, filter, names, focused, seenBy, preview);
    }

    PrepareState withSeenBy(Preparation now) {
        return new PrepareState(plans, filter, selected, focus, now, preview);
    }

    PrepareState withPreview(Loadable<StepPreview> now) {
        return new PrepareState(plans, filter, selected, focus, seenBy, now);
    }

    /// Empty until they are known.
    public List<ColumnPlan> columns() {
        return plans.optional().orElse(List.of());
    }

    public Optional<ColumnPlan> focused() {
        return columns().stream().filter(plan -> plan.name().equals(focus)).findFirst();
    }

    List<ColumnPlan> selectedPlans() {
        return columns().stream().filter(plan -> selected.contains(plan.name())).toList();
    }

    long used() {
        return columns().stream().filter(plan -> plan.use() == ColumnPlan.Use.USED).count();
    }

    long changed() {
        return columns().stream().filter(ColumnPlan::changed).count();
    }

    /// Whether models would have nothing to learn from.
    public boolean isNothingLeft() {
        return plans instanceof Loadable.Ready && used() == 0;
    }
}
