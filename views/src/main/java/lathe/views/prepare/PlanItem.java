package lathe.views.prepare;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A row of the table: stays the same while what is planned for its column changes, and with it the selection.
final class PlanItem {

    private final ReadOnlyObjectWrapper<ColumnPlan> plan;

    PlanItem(ColumnPlan first) {
        plan = new ReadOnlyObjectWrapper<>(first);
    }

    ColumnPlan plan() {
        return plan.get();
    }

    ReadOnlyObjectProperty<ColumnPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    void show(ColumnPlan now) {
        if (!now.equals(plan.get())) {
            plan.set(now);
        }
    }
}
