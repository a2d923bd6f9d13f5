package lathe.engine.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.data.RowHashes;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// Rows that are equal in every feature and differ in the target. Tables whose features take few values are passed over:
/// there it must happen.
final class ContradictionCheck implements ProfileCheck {

    private static final double FEW_CELLS = 20;
    private static final int FEWEST = 6;
    private static final double CHANCE = 3;
    private static final double CONTINUOUS = 0.5;
    private static final double MANY = 1000;
    private static final double DIFFERENT = 0.05;
    private static final double NAMES_ROWS = 0.99;

    @Override
    public String id() {
        return "contradicting-targets";
    }

    /// What is equal and what differs.
    ///
    /// @param rows     that contradict another
    /// @param expected that are equal to another by chance
    private record Found(List<Integer> rows, double expected) {

        boolean isBeyondChance() {
            return rows.size() >= Math.max(FEWEST, CHANCE * expected);
        }

        /// Whether they are worth telling of.
        boolean tells(ProfileInput input) {
            return rows.size() >= input.limit(Limit.CONTRADICTING_SHARE) * input.table().rows();
        }
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        return input.target().flatMap(target -> look(input, target).filter(found -> found.tells(input)).map(found ->
                finding(target, found.rows().size(), found.rows().size() / (double) input.table().rows(), found.rows()))).stream().toList();
    }

    /// All rows that contradict another, however small a share they are; none where chance alone makes as many equal.
    static int[] rows(ProfileInput input) {
        return input.target().flatMap(target -> look(input, target)).map(found -> found.rows().stream().mapToInt(Integer::intValue).toArray())
                .orElse(new int[0]);
    }

    private static Optional<Found> look(ProfileInput input, TargetView target) {
        List<Column> columns = new ArrayList<>();
        double cells = 1;
        for (FieldProfile field : input.features()) {
            boolean name = field.numbers() == null ? field.distinct() >= NAMES_ROWS * field.count()
                    : field.distinct() == field.count() && field.numbers().whole();
            if (!name) {
                columns.add(input.table().column(field.name()));
                cells *= Math.max(1, effectiveValues(input, field));
            }
        }
        double rows = input.table().rows();
        if (rows == 0 || columns.isEmpty() || cells < FEW_CELLS * rows) {
            return Optional.empty();
        }
        Found found = new Found(contradicting(input, target, RowHashes.of(columns, input.table().rows())), rows * rows / cells);
        return Optional.of(found).filter(Found::isBeyondChance);
    }

    /// How many equally common values would meet as often as these do; very many where hardly any occurs twice.
    private static double effectiveValues(ProfileInput input, FieldProfile field) {
        if (field.distinct() > CONTINUOUS * field.count()) {
            return MANY * field.count();
        }
        return switch (input.sample().column(field.name())) {
            case NumberColumn _ -> input.sample().shape(field.name()).effective();
            case StringColumn texts -> {
                double rows = 0;
                double squares = 0;
                for (int count : FieldProfile.counts(texts)) {
                    rows += count;
                    squares += (double) count * count;
                }
                yield squares == 0 ? 1 : rows * rows / squares;
            }
        };
    }

    private static List<Integer> contradicting(ProfileInput input, TargetView target, long[] hashes) {
        Set<Long> repeated = RowHashes.repeated(hashes);
        Map<Long, Integer> first = new HashMap<>();
        Set<Long> contradicting = new HashSet<>();
        double apart = target.isNumber() ? DIFFERENT * spread(input, target.field()) : 0;
        for (int row = 0; row < hashes.length && !repeated.isEmpty(); row++) {
            if (target.isMissing(row) || !repeated.contains(hashes[row])) {
                continue;
            }
            Integer earlier = first.putIfAbsent(hashes[row], row);
            if (earlier != null && differ(target, earlier, row, apart)) {
                contradicting.add(hashes[row]);
            }
        }
        return IntStream.range(0, hashes.length).filter(row -> contradicting.contains(hashes[row])).boxed().toList();
    }

    private static Finding finding(TargetView target, int count, double share, List<Integer> rows) {
        return new Finding("contradicting-targets", Severity.WARNING, "",
                "%d rows (%s) are equal to another row in every feature but differ in '%s', for example row %d; no model can tell them apart."
                        .formatted(count, Percent.of(share), target.field(), rows.getFirst() + 1))
                .figure("rows", count).figure("share", share).withRows(rows).withOthers(List.of(target.field()))
                .kept(Treatment.of(Treatment.Action.REMOVE_ROWS));
    }

    private static double spread(ProfileInput input, String name) {
        for (FieldProfile field : input.fields()) {
            NumberSummary numbers = field.numbers();
            if (field.name().equals(name) && numbers != null) {
                return numbers.sd();
            }
        }
        return 0;
    }

    private static boolean differ(TargetView target, int one, int two, double apart) {
        return target.isNumber() ? Math.abs(target.value(one) - target.value(two)) > apart : target.code(one) != target.code(two);
    }
}
