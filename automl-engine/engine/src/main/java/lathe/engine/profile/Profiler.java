package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.jspecify.annotations.Nullable;

/// Entry of this room.
public final class Profiler {

    /// What a training run looks for: cheap, and enough to choose columns by.
    public static final List<ProfileCheck> FOR_TRAINING = List.of(new MissingCheck(), new ConstantCheck(), new IdentifierCheck(),
            new HighCardinalityCheck(), new ImbalanceCheck(), new LeakageCheck(), new DuplicateRowsCheck(),
            new MixedSpellingCheck(), new SentinelCheck());

    /// Every check of Lathe's own, in the order of their findings.
    public static final List<ProfileCheck> CHECKS = Stream.concat(FOR_TRAINING.stream(), Stream.of(
            new OutlierCheck(), new OutlyingRowsCheck(), new InlierCheck(), new ExcessZeroCheck(), new SkewCheck(),
            new DuplicateColumnsCheck(), new ContradictionCheck(), new CorrelationCheck(), new MixedUnitsCheck(),
            new MixedDatesCheck(), new MixedTypesCheck(), new TextKindCheck(), new ChangeOverTimeCheck(),
            new VanishingStrengthCheck(), new MissingPatternCheck())).toList();

    // Look at the statistics of the columns only.
    private static final Set<String> BY_FIGURES = Set.of(new MissingCheck().id(), new ConstantCheck().id(), new IdentifierCheck().id(),
            new HighCardinalityCheck().id());

    private Profiler() {
    }

    /// With Lathe's own checks.
    ///
    /// @param target column to predict, or null
    /// @throws ProblemException if the table has no such column
    public static TableProfile profile(Table table, @Nullable String target) {
        return profile(table, target, CHECKS);
    }

    /// With Lathe's own checks and these thresholds.
    public static TableProfile profile(Table table, @Nullable String target, Thresholds thresholds) {
        return profile(table, target, CHECKS, thresholds);
    }

    /// With these checks.
    public static TableProfile profile(Table table, @Nullable String target, List<ProfileCheck> checks) {
        return profile(table, target, checks, Thresholds.USUAL);
    }

    /// With these checks and thresholds.
    public static TableProfile profile(Table table, @Nullable String target, List<ProfileCheck> checks, Thresholds thresholds) {
        Optional<TargetView> view = view(table, target);
        List<FieldProfile> fields = fields(table);
        ProfileInput input = new ProfileInput(table, fields, view, thresholds);
        List<Finding> findings = new ArrayList<>();
        for (ProfileCheck check : checks) {
            findings.addAll(check.check(input));
        }
        return profile(table.rows(), target, fields, findings);
    }

    /// Of a table of which only some rows are at hand. Findings that rest on statistics of one column are those of all rows; the
    /// others come from the sample, say so, and name no rows.
    ///
    /// @param sample some of the rows
    /// @param fields statistics over all rows, in the order of the columns
    /// @param rows   in all
    public static TableProfile ofSample(Table sample, List<FieldProfile> fields, int rows, @Nullable String target, Thresholds thresholds) {
        Optional<TargetView> view = view(sample, target);
        ProfileInput all = new ProfileInput(sample, fields, view, thresholds);
        ProfileInput some = new ProfileInput(sample, fields(sample), view, thresholds);
        List<Finding> findings = new ArrayList<>();
        for (ProfileCheck check : CHECKS) {
            if (BY_FIGURES.contains(check.id())) {
                findings.addAll(check.check(all));
            } else {
                check.check(some).forEach(finding -> findings.add(finding.ofSample(sample.rows())));
            }
        }
        return profile(rows, target, fields, findings);
    }

    /// The rows the finding `contradicting-targets` tells of; none without it.
    public static int[] contradictingRows(Table table, String target) {
        return table.schema().find(target).isEmpty() ? new int[0] : ContradictionCheck.rows(input(table, target, Thresholds.USUAL));
    }

    /// The rows the finding `outlying-rows` tells of, all of them also where it looked at a sample; none without it.
    ///
    /// @param distance as [Limit#ROW_DISTANCE]
    public static int[] outlyingRows(Table table, String target, double distance) {
        return OutlyingRowsCheck.rows(input(table, table.schema().find(target).isEmpty() ? null : target,
                Thresholds.USUAL.with(Limit.ROW_DISTANCE, distance)));
    }

    private static ProfileInput input(Table table, @Nullable String target, Thresholds thresholds) {
        return new ProfileInput(table, fields(table), view(table, target), thresholds);
    }

    private static TableProfile profile(int rows, @Nullable String target, List<FieldProfile> fields, List<Finding> findings) {
        findings.removeIf(finding -> Overlaps.isSaidBetter(finding, findings));
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return new TableProfile(rows, target == null ? "" : target, fields, findings);
    }

    private static List<FieldProfile> fields(Table table) {
        List<FieldProfile> fields = new ArrayList<>();
        for (int i = 0; i < table.schema().size(); i++) {
            fields.add(FieldProfile.of(table.schema().field(i), table.columns().get(i)));
        }
        return fields;
    }

    private static Optional<TargetView> view(Table table, @Nullable String target) {
        if (target != null && !target.isEmpty()) {
            if (table.schema().find(target).isEmpty()) {
                throw new ProblemException(Problem.of("target-missing", "There is no column '%s' to predict.".formatted(target),
                        "The columns are: %s.".formatted(String.join(", ", table.schema().names().stream().limit(30).toList()))));
            }
            return Optional.of(TargetView.of(table, target));
        }
        return Optional.empty();
    }
}
