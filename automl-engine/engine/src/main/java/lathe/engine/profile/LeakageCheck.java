package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;

/// Columns that give the target away: alone they foretell it (nearly) perfectly, or that they have a value at all does.
final class LeakageCheck implements ProfileCheck {

    private static final double PERFECT = Limit.LEAKAGE_PERFECT.usual();
    private static final Treatment LEFT_OUT = Treatment.of(Treatment.Action.LEAVE_OUT);
    private static final double SURE = 0.97;
    private static final double FEWEST_SHARE = 0.002;
    private static final int FEWEST_ROWS = 20;

    @Override
    public String id() {
        return "leakage";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        if (input.target().isEmpty()) {
            return List.of();
        }
        TargetView target = input.target().get();
        boolean[] train = halves(input.table().rows());
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            if (field.count() == 0 || field.distinct() == 1 && field.missing() == 0) {
                continue;
            }
            Column column = input.table().column(field.name());
            ColumnBins bins = ColumnBins.of(column, field.type());
            double strength = new SingleColumnModel(bins, target, train, false).strength();
            boolean partly = !(strength >= input.limit(Limit.LEAKAGE_STRENGTH)) && field.missing() > 0;
            if (partly) {
                strength = new SingleColumnModel(bins, target, train, true).strength();
            }
            if (strength >= input.limit(Limit.LEAKAGE_STRENGTH)) {
                findings.add(strong(field, target, strength, new Kind(partly, strength >= input.limit(Limit.LEAKAGE_PERFECT)))
                        .figure("strength", strength).kept(LEFT_OUT));
            } else if (!target.isNumber()) {
                addGroup(findings, field, target, column);
            }
        }
        return findings;
    }

    /// Halves by a hash of the row's place, so that neither order nor alternation in the file matters.
    static boolean[] halves(int rows) {
        boolean[] train = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            int hash = (row + 1) * 0x9E3779B9;
            hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
            train[row] = ((hash ^ (hash >>> 13)) & 1) == 0;
        }
        return train;
    }

    private record Kind(boolean partly, boolean perfect) { }

    private static Finding strong(FieldProfile field, TargetView target, double strength, Kind kind) {
        String words = kind.partly() ? "Where it has a value, column" : "Column";
        String measure = target.isNumber() ? "R2" : "AUC";
        String figure = String.format(Locale.ROOT, "%.4f", Math.floor(strength * 10_000) / 10_000);
        if (kind.perfect()) {
            return new Finding("leakage", Severity.SERIOUS, field.name(),
                    "%s '%s' alone foretells '%s' perfectly (%s %s); it is very likely known only afterwards. Leave it out unless it is known in time."
                            .formatted(words, field.name(), target.field(), measure, figure));
        }
        return new Finding("leakage", Severity.WARNING, field.name(),
                "%s '%s' alone foretells '%s' almost perfectly (%s %s); check that it is known at the time of the prediction."
                        .formatted(words, field.name(), target.field(), measure, figure));
    }

    private static void addGroup(List<Finding> findings, FieldProfile field, TargetView target, Column column) {
        if (field.missing() > 0) {
            IntPredicate present = row -> !column.isMissing(row);
            boolean found = add(findings, field, target, "has a value", present, column.rows());
            if (found || add(findings, field, target, "is missing", present.negate(), column.rows())) {
                return;
            }
        }
        NumberSummary summary = field.numbers();
        if (summary != null && summary.zeros() > 0 && summary.zeros() < field.count() && column instanceof NumberColumn numbers) {
            add(findings, field, target, "is not zero", row -> !numbers.isMissing(row) && numbers.value(row) != 0, column.rows());
        }
    }

    /// Warns if a group of rows is of one class, and that class is not the common one anyway.
    private static boolean add(List<Finding> findings, FieldProfile field, TargetView target, String words,
                               IntPredicate inside, int rows) {
        int[] group = new int[target.classes().size()];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            if (!target.isMissing(row) && inside.test(row)) {
                group[target.code(row)]++;
                size++;
            }
        }
        if (size < Math.max(FEWEST_ROWS, FEWEST_SHARE * rows)) {
            return false;
        }
        int[] counts = target.counts();
        for (int code = 0; code < group.length; code++) {
            double share = group[code] / (double) size;
            double usual = counts[code] / (double) rows;
            if (share >= SURE && usual <= 0.5) {
                findings.add(new Finding("leakage-by-presence", share >= PERFECT ? Severity.SERIOUS : Severity.WARNING, field.name(),
                        "Where column '%s' %s (%d rows), '%s' is '%s' in %s of the rows, %s overall; check that it is known at the time of the prediction."
                                .formatted(field.name(), words, size, target.field(), target.classes().get(code), Percent.of(share),
                                        Percent.of(usual))).figure("rows", size).figure("share", share)
                                .figure("usual-share", usual).kept(LEFT_OUT));
                return true;
            }
        }
        return false;
    }
}
