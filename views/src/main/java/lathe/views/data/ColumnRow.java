package lathe.views.data;

import java.util.List;
import lathe.engine.profile.Finding;
import lathe.scoring.FieldType;
import lathe.scoring.Role;

/// One column as the table lists it.
///
/// @param typeChosen whether a person chose the type
/// @param automatic  whether the role is Lathe's choice
/// @param bars       heights of the small picture of its values; empty while they are counted
/// @param missing    share of rows without a value; NaN while it is counted
/// @param distinct   different values; -1 while they are counted
/// @param strength   how well it foretells the target alone, from 0 to 1; NaN if not known
/// @param findings   what was noticed
/// @param known      answer to "Would you know this before?", empty if not given
record ColumnRow(String name, FieldType type, boolean typeChosen, Role role, boolean automatic, List<Double> bars,
                 double missing, int distinct, double strength, List<Finding> findings, String known) {

    private static final double SUSPICIOUS = 0.9;

    ColumnRow {
        bars = List.copyOf(bars);
        findings = List.copyOf(findings);
    }

    boolean has(FindingKind kind) {
        return kind == FindingKind.FINE ? findings.isEmpty()
                : findings.stream().anyMatch(finding -> FindingKind.of(finding) == kind);
    }

    /// Whether it may hold what is known only afterwards.
    boolean suspicious() {
        return role != Role.TARGET && (has(FindingKind.KNOWS_ANSWER) || strength >= SUSPICIOUS);
    }

    /// Whether the question about it is still open.
    boolean open() {
        return suspicious() && known.isEmpty() && role == Role.FEATURE;
    }
}
