package lathe.engine.profile;

import java.util.Arrays;
import java.util.List;
import lathe.engine.data.RowHashes;

/// Rows that repeat an earlier one in every column.
final class DuplicateRowsCheck implements ProfileCheck {

    private static final double WORTH_A_WARNING = 0.05;

    @Override
    public String id() {
        return "duplicate-rows";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        long[] hashes = RowHashes.of(input.table().columns(), input.table().rows());
        Arrays.sort(hashes);
        int repeated = 0;
        for (int i = 1; i < hashes.length; i++) {
            repeated += hashes[i] == hashes[i - 1] ? 1 : 0;
        }
        if (repeated == 0) {
            return List.of();
        }
        double share = repeated / (double) hashes.length;
        return List.of(new Finding("duplicate-rows", share >= WORTH_A_WARNING ? Severity.WARNING : Severity.INFO, "",
                "%d %s an earlier row in every column (%s); they are kept together when rows are split."
                        .formatted(repeated, repeated == 1 ? "row repeats" : "rows repeat", Percent.of(share))).figure("rows", repeated).figure("share", share)
                .kept(Treatment.of(Treatment.Action.REMOVE_ROWS)));
    }
}
