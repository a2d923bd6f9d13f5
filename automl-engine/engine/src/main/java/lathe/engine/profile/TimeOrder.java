package lathe.engine.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;

/// Some rows of the sample along the table's first full date column.
///
/// @param field  name of the date column
/// @param places of some thousand rows of the sample, the earliest first; rows of the same date in the order of the table
record TimeOrder(String field, List<Integer> places) {

    private static final int FEWEST_DATES = 20;
    private static final double MISSING = 0.1;
    private static final int MOST_ROWS = 4000;

    static Optional<TimeOrder> of(ProfileInput input) {
        return input.features().stream()
                .filter(field -> field.type() == FieldType.DATE && field.distinct() >= FEWEST_DATES && field.missingShare() <= MISSING)
                .findFirst().map(field -> along(input.sample(), field.name()));
    }

    private static TimeOrder along(RowSample sample, String field) {
        StringColumn dates = (StringColumn) sample.column(field);
        Integer[] order = IntStream.range(0, dates.levels().size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparing(dates.levels()::get));
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        int rows = Math.min(MOST_ROWS, sample.size());
        return new TimeOrder(field, IntStream.range(0, rows).map(i -> (int) ((long) i * sample.size() / rows))
                .filter(place -> !dates.isMissing(place)).boxed()
                .sorted(Comparator.comparingInt(place -> rank[dates.code(place)])).toList());
    }
}
