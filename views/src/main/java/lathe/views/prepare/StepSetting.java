package lathe.views.prepare;

import java.util.function.Consumer;
import lathe.engine.prepare.StepWish;

/// Takes a wish about the step of a column.
interface StepSetting {

    /// @param answer hears why it cannot be, or an empty text once it is so
    void set(ColumnPlan plan, StepWish wish, Consumer<String> answer);
}
