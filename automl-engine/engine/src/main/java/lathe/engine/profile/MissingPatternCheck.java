package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Columns that are missing in the same rows, and columns whose gaps go with the target.
final class MissingPatternCheck implements ProfileCheck {

    private static final int FEWEST_ROWS = 10;
    private static final double SIGNIFICANT = 4.2;
    private static final double LEAST_DEVIATION = 0.3;

    @Override
    public String id() {
        return "missing-pattern";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        Map<Long, List<String>> together = new LinkedHashMap<>();
        Map<Long, Integer> rows = new HashMap<>();
        for (FieldProfile field : input.features()) {
            if (field.missing() < FEWEST_ROWS || field.count() < FEWEST_ROWS) {
                continue;
            }
            boolean[] present = input.sample().present(field.name());
            long key = Arrays.hashCode(present) * 1_000_003L + field.missing();
            together.computeIfAbsent(key, each -> new ArrayList<>()).add(field.name());
            rows.put(key, field.missing());
            input.target().ifPresent(target -> tells(findings, field, present, new Rows(input, target)));
        }
        together.forEach((key, names) -> {
            if (names.size() > 1) {
                findings.add(new Finding("missing-together", Severity.INFO, names.getFirst(),
                        "Column '%s' and %d more are missing in the same %d rows: %s.".formatted(names.getFirst(), names.size() - 1,
                                rows.getOrDefault(key, 0), String.join(", ", names.stream().skip(1).limit(10).map(name -> "'" + name + "'").toList())))
                        .withOthers(names.subList(1, names.size())).figure("columns", names.size()).figure("rows", rows.getOrDefault(key, 0)).kept());
            }
        });
        return findings;
    }

    /// Rows of the sample with their target.
    private record Rows(ProfileInput input, TargetView target) {

        boolean isKnown(int place) {
            return !target.isMissing(input.sample().row(place));
        }

        double value(int place, int code) {
            int row = input.sample().row(place);
            return target.isNumber() ? target.value(row) : target.code(row) == code ? 1 : 0;
        }
    }

    private static void tells(List<Finding> findings, FieldProfile field, boolean[] present, Rows rows) {
        int classes = rows.target().isNumber() ? 1 : rows.target().classes().size();
        for (int code = 0; code < Math.min(20, classes); code++) {
            double[] count = new double[2];
            double[] mean = new double[2];
            double[] squares = new double[2];
            for (int place = 0; place < present.length; place++) {
                if (rows.isKnown(place)) {
                    int side = present[place] ? 0 : 1;
                    double value = rows.value(place, code);
                    count[side]++;
                    double delta = value - mean[side];
                    mean[side] += delta / count[side];
                    squares[side] += delta * (value - mean[side]);
                }
            }
            double pooled = Math.sqrt((squares[0] + squares[1]) / Math.max(1, count[0] + count[1] - 2));
            double difference = (mean[1] - mean[0]) / pooled;
            boolean enough = Math.min(count[0], count[1]) >= FEWEST_ROWS;
            // With a floor for classes, so that a few gaps of a rare one are no proof.
            double error = (rows.target().isNumber() ? pooled : Math.max(pooled, LEAST_DEVIATION)) * Math.sqrt(1 / Math.max(1, count[0]) + 1 / Math.max(1, count[1]));
            if (enough && Math.abs(difference) >= rows.input().limit(Limit.MISSING_TELLS)
                    && Math.abs(mean[1] - mean[0]) >= SIGNIFICANT * error) {
                findings.add(tells(field, rows.target(), code, mean).figure("difference", difference).figure("missing", mean[1])
                        .figure("present", mean[0]).kept(Treatment.of(Treatment.Action.LEAVE_OUT)));
                return;
            }
        }
    }

    private static Finding tells(FieldProfile field, TargetView target, int code, double[] mean) {
        String sentence = target.isNumber()
                ? "Where column '%s' is missing, '%s' is %s on average, otherwise %s; that it is missing tells something."
                        .formatted(field.name(), target.field(), Figures.shown(mean[1]), Figures.shown(mean[0]))
                : "Where column '%s' is missing, '%s' is '%s' in %s of the rows, otherwise in %s; that it is missing tells something."
                        .formatted(field.name(), target.field(), Shown.of(target.classes().get(code)), Percent.of(mean[1]), Percent.of(mean[0]));
        return new Finding("missing-tells-target", Severity.INFO, field.name(), sentence);
    }
}
