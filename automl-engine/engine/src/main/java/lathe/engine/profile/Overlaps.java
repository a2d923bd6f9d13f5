package lathe.engine.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Findings that say less than another about the same rows of the same column.
final class Overlaps {

    private static final Map<String, Set<String>> BETTER = Map.of(
            "outliers", Set.of("mixed-units"),
            "skew", Set.of("mixed-units"),
            "missing-tells-target", Set.of("leakage-by-presence"));

    private Overlaps() {
    }

    static boolean isSaidBetter(Finding finding, List<Finding> all) {
        Set<String> better = BETTER.getOrDefault(finding.code(), Set.of());
        return all.stream().anyMatch(other -> other.field().equals(finding.field())
                && (better.contains(other.code()) || areTheSentinels(finding, other)));
    }

    /// Whether all outliers are values that seem to stand for "no value".
    private static boolean areTheSentinels(Finding finding, Finding other) {
        return finding.code().equals("outliers") && other.code().equals("sentinel")
                && finding.figures().getOrDefault("rows", 0.0).equals(other.figures().getOrDefault("rows", -1.0));
    }
}
