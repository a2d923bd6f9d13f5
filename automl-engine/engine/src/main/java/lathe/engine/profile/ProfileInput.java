package lathe.engine.profile;

import java.util.List;
import java.util.Optional;
import lathe.scoring.Table;

/// What a check may look at.
///
/// @param table  the values
/// @param fields statistics, in the order of the table's columns
/// @param target column to predict, if one was named
public record ProfileInput(Table table, List<FieldProfile> fields, Optional<TargetView> target) {

    public ProfileInput {
        fields = List.copyOf(fields);
    }

    /// The columns that could be learnt from.
    public List<FieldProfile> features() {
        String name = target.map(TargetView::field).orElse("");
        return fields.stream().filter(field -> !field.name().equals(name)).toList();
    }
}
