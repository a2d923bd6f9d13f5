package lathe.engine.profile;

import java.util.List;
import java.util.Optional;
import lathe.scoring.Table;

/// What a check may look at.
///
/// @param table      the values
/// @param fields     statistics, in the order of the table's columns
/// @param target     column to predict, if one was named
/// @param thresholds when something is worth a finding
/// @param sample     part of the rows, for expensive checks
public record ProfileInput(Table table, List<FieldProfile> fields, Optional<TargetView> target, Thresholds thresholds,
                           RowSample sample) {

    public ProfileInput {
        fields = List.copyOf(fields);
    }

    public ProfileInput(Table table, List<FieldProfile> fields, Optional<TargetView> target, Thresholds thresholds) {
        this(table, fields, target, thresholds, new RowSample(table, (int) thresholds.of(Limit.SAMPLE_ROWS)));
    }

    /// The columns that could be learnt from.
    public List<FieldProfile> features() {
        String name = target.map(TargetView::field).orElse("");
        return fields.stream().filter(field -> !field.name().equals(name)).toList();
    }

    double limit(Limit limit) {
        return thresholds.of(limit);
    }
}
