package lathe.views.data;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A line of the table: stays the same object while what is known of its column changes, so that selection and scroll
/// position stay too.
final class ColumnItem {

    private final ReadOnlyObjectWrapper<ColumnRow> row;

    ColumnItem(ColumnRow row) {
        this.row = new ReadOnlyObjectWrapper<>(row);
    }

    ReadOnlyObjectProperty<ColumnRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    ColumnRow row() {
        return row.get();
    }

    void become(ColumnRow now) {
        row.set(now);
    }
}
