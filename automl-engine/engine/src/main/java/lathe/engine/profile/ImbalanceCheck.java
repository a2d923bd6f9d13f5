package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;

/// Rare classes of the target.
final class ImbalanceCheck implements ProfileCheck {

    private static final double VERY_RARE = 0.01;
    private static final int FEWEST_ROWS = 20;

    @Override
    public String id() {
        return "imbalance";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        if (input.target().isEmpty() || input.target().get().isNumber()) {
            return List.of();
        }
        TargetView target = input.target().get();
        int[] counts = target.counts();
        long rows = 0;
        int rarest = -1;
        List<String> few = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            rows += counts[code];
            if (counts[code] > 0 && (rarest < 0 || counts[code] < counts[rarest])) {
                rarest = code;
            }
            if (counts[code] > 0 && counts[code] < FEWEST_ROWS) {
                few.add("'%s' (%d)".formatted(shown(target.classes().get(code)), counts[code]));
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (rarest >= 0 && counts[rarest] < input.limit(Limit.RARE_CLASS) * rows) {
            findings.add(new Finding("imbalance", counts[rarest] < VERY_RARE * rows ? Severity.WARNING : Severity.INFO, target.field(),
                    "Class '%s' of the target '%s' has only %d of %d rows (%s); accuracy will say little.".formatted(
                            shown(target.classes().get(rarest)), target.field(), counts[rarest], rows, Percent.of(counts[rarest] / (double) rows)))
                    .figure("rows", counts[rarest]).figure("share", counts[rarest] / (double) rows));
        }
        if (!few.isEmpty()) {
            findings.add(new Finding("class-with-few-rows", Severity.WARNING, target.field(),
                    "These classes have fewer than %d rows: %s.".formatted(FEWEST_ROWS, String.join(", ", few.subList(0, Math.min(10, few.size())))))
                    .withValues(few));
        }
        return findings;
    }

    private static String shown(String label) {
        return label.length() > 40 ? label.substring(0, 40) + "..." : label;
    }
}
