package lathe.engine.profile;

import java.util.List;

/// Statistics of a table and what was noticed about it.
///
/// @param rows     number of rows
/// @param target   column to predict; empty if none was named
/// @param fields   in the order of the table
/// @param findings the serious ones first
public record TableProfile(int rows, String target, List<FieldProfile> fields, List<Finding> findings) {

    public TableProfile {
        fields = List.copyOf(fields);
        findings = List.copyOf(findings);
    }

    /// @throws IllegalArgumentException if there is no such field
    public FieldProfile field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field named '%s'".formatted(name)));
    }

    /// What was noticed about one column, or with an empty name about the table as a whole.
    public List<Finding> findingsOf(String field) {
        return findings.stream().filter(finding -> finding.field().equals(field)).toList();
    }
}
