package lathe.views.prepare;

import lathe.engine.prepare.StepChoice;

/// What Lathe takes by itself for a column.
///
/// @param linear for weighted sums
/// @param trees  for trees
public record AutomaticChoice(StepChoice linear, StepChoice trees) {

    public boolean isOne() {
        return linear.step().equals(trees.step());
    }
}
