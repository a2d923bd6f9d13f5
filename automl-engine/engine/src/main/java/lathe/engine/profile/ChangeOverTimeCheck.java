package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// Columns whose values jump at one moment: another meaning, unit, coding or source from then on. A slow drift or a season is
/// none, nor is a part of the calendar: the rows just before and just after the moment must differ too.
final class ChangeOverTimeCheck implements ProfileCheck {

    private static final int FEWEST_ROWS = 200;
    private static final int MOST_LEVELS = 5;
    private static final int MOST_COLUMNS = 100;
    private static final double CALENDAR = 0.02;

    @Override
    public String id() {
        return "changed-over-time";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        Optional<TimeOrder> order = TimeOrder.of(input);
        if (order.isEmpty() || order.get().places().size() < FEWEST_ROWS) {
            return List.of();
        }
        int[] places = order.get().places().stream().mapToInt(Integer::intValue).toArray();
        List<Finding> findings = new ArrayList<>();
        input.features().stream().filter(field -> field.type() != FieldType.DATE && field.distinct() > 1).limit(MOST_COLUMNS)
                .forEach(field -> strongest(input, field, places)
                        .ifPresent(jump -> findings.add(finding(input, order.get(), field, jump))));
        return findings;
    }

    private static Optional<Jump> strongest(ProfileInput input, FieldProfile field, int[] places) {
        Column column = input.sample().column(field.name()).select(places);
        List<double[]> signals = new ArrayList<>();
        switch (column) {
            case Column calendar when followsCalendar(calendar) -> { }
            case NumberColumn numbers -> signals.add(Ranks.of(numbers.values()));
            case StringColumn texts -> {
                int[] counts = FieldProfile.counts(texts);
                IntStream.range(0, counts.length).boxed().sorted((a, b) -> Integer.compare(counts[b], counts[a])).limit(MOST_LEVELS)
                        .filter(level -> counts[level] > 0).forEach(level -> signals.add(flags(texts, level)));
            }
        }
        if (field.missing() > 0) {
            signals.add(IntStream.range(0, column.rows()).mapToDouble(row -> column.isMissing(row) ? 1 : 0).toArray());
        }
        return signals.stream().map(signal -> Jump.of(signal, input.limit(Limit.JUMP))).flatMap(Optional::stream)
                .max((a, b) -> Double.compare(a.difference(), b.difference()));
    }

    /// Years and seasons change with time by their nature: they hardly ever differ from one row to the next.
    private static boolean followsCalendar(Column column) {
        int changes = 0;
        for (int row = 1; row < column.rows(); row++) {
            boolean same = column.isMissing(row) || column.isMissing(row - 1) || switch (column) {
                case NumberColumn numbers -> numbers.value(row) == numbers.value(row - 1);
                case StringColumn texts -> texts.code(row) == texts.code(row - 1);
            };
            changes += same ? 0 : 1;
        }
        return changes < CALENDAR * column.rows();
    }

    private static double[] flags(StringColumn texts, int level) {
        return IntStream.range(0, texts.rows()).mapToDouble(row -> texts.isMissing(row) ? Double.NaN : texts.code(row) == level ? 1 : 0).toArray();
    }

    private static Finding finding(ProfileInput input, TimeOrder order, FieldProfile field, Jump jump) {
        int place = order.places().get(jump.place());
        String date = ((StringColumn) input.sample().column(order.field())).text(place);
        return new Finding("changed-over-time", Severity.WARNING, field.name(),
                "The values of column '%s' change at one moment, about %s (%s of the rows lie after it); it may mean something else since."
                        .formatted(field.name(), date, Percent.of(jump.after())))
                .figure("difference", jump.difference()).figure("share-after", jump.after()).withOthers(List.of(order.field()))
                .withRows(List.of(input.sample().row(place))).withValues(List.of(date))
                .kept(Treatment.of(Treatment.Action.LEAVE_OUT), Treatment.of(Treatment.Action.DIVIDE_BY, List.of(order.field())));
    }
}
