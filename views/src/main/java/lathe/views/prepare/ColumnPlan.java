package lathe.views.prepare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lathe.engine.profile.Finding;
import lathe.engine.track.ColumnChoice;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import org.jspecify.annotations.Nullable;

/// One column and what is planned for it.
///
/// @param name      of the column
/// @param type      as read
/// @param use       whether models see it
/// @param role      what it is for, if it is no feature
/// @param step      chosen by a person; empty for the automatic choice
/// @param direction which way the answer may go, as [ColumnChoice#monotone]
/// @param automatic what Lathe would take; null while that is worked out
/// @param distinct  different values; -1 while they are counted
/// @param findings  about the column
/// @param changed   whether a person chose something here
public record ColumnPlan(String name, FieldType type, Use use, Role role, String step, String direction, @Nullable AutomaticChoice automatic,
                         int distinct, List<Finding> findings, boolean changed) {

    /// Name of the choice that leaves a column out.
    public static final String LEAVE_OUT = "drop";

    /// Name of the choice that lets Lathe choose.
    public static final String AUTOMATIC = "";

    private static final Set<String> USELESS = Set.of("constant", "identifier");

    /// Whether models see a column.
    public enum Use {
        USED,
        /// Left out by a person.
        LEFT_OUT,
        /// Left out by Lathe, for a reason it has found.
        LEFT_OUT_BY_LATHE,
        /// It orders, groups or weighs rows.
        OTHER_ROLE
    }

    public ColumnPlan {
        findings = List.copyOf(findings);
    }

    /// The choice in force: [#AUTOMATIC], [#LEAVE_OUT] or the id of a step.
    public String choice() {
        return use == Use.LEFT_OUT ? LEAVE_OUT : step;
    }

    /// The step a model sees the column through; empty if it sees nothing of it.
    Optional<String> effectiveStep(boolean forTrees) {
        if (use != Use.USED || step.equals(LEAVE_OUT)) {
            return Optional.empty();
        }
        if (!step.isEmpty() || automatic == null) {
            return step.isEmpty() ? Optional.empty() : Optional.of(step);
        }
        return Optional.of((forTrees ? automatic.trees() : automatic.linear()).step());
    }

    boolean has(String code) {
        return findings.stream().anyMatch(finding -> finding.code().equals(code));
    }

    /// As the engine decides it when a run begins.
    static Use use(ColumnChoice choice, boolean named, List<Finding> findings) {
        Role role = choice.chosenRole().orElse(Role.FEATURE);
        if (role == Role.IGNORED || choice.step().equals(LEAVE_OUT)) {
            return Use.LEFT_OUT;
        }
        if (role != Role.FEATURE) {
            return Use.OTHER_ROLE;
        }
        boolean useless = findings.stream().anyMatch(finding -> USELESS.contains(finding.code()));
        return useless && !named ? Use.LEFT_OUT_BY_LATHE : Use.USED;
    }

    /// What a choice of this screen makes of the settings of a column.
    static ColumnChoice choose(ColumnChoice before, String choice) {
        return switch (choice) {
            case AUTOMATIC -> automatic(before);
            case LEAVE_OUT -> before.withStep("").withRole(Role.IGNORED);
            default -> (before.chosenRole().isPresent() ? kept(before).withRole(Role.FEATURE) : before).withStep(choice);
        };
    }

    // What is kept in spite of the answer "after" must not say "after" any more.
    private static ColumnChoice kept(ColumnChoice before) {
        return before.known().equals(ColumnChoice.KNOWN_AFTER) ? before.withKnown("") : before;
    }

    private static ColumnChoice automatic(ColumnChoice before) {
        boolean ours = before.chosenRole().filter(role -> role == Role.IGNORED || role == Role.FEATURE).isPresent();
        return (ours ? kept(before).withoutRole() : before).withStep("").withDirection(null);
    }
}
