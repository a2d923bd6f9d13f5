package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Table;

/// Columns that foretell the target well when rows are divided at random, and hardly when later rows are foretold from
/// earlier ones: what they say is of their time, or known only afterwards.
final class VanishingStrengthCheck implements ProfileCheck {

    private static final double EARLIER = 0.7;
    private static final double STRONG = 0.3;
    private static final int FEWEST_ROWS = 500;
    private static final int MOST_COLUMNS = 100;

    @Override
    public String id() {
        return "vanishing-strength";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        Optional<TimeOrder> order = TimeOrder.of(input);
        if (input.target().isEmpty() || order.isEmpty() || order.get().places().size() < FEWEST_ROWS) {
            return List.of();
        }
        int[] places = order.get().places().stream().mapToInt(Integer::intValue).toArray();
        String name = input.target().get().field();
        Table answers = new Table(new Schema(List.of(input.table().schema().field(name))), List.of(input.sample().column(name).select(places)));
        TargetView target = TargetView.of(answers, name);
        boolean[] random = LeakageCheck.halves(places.length);
        boolean[] earlier = new boolean[places.length];
        Arrays.fill(earlier, 0, (int) (EARLIER * earlier.length), true);
        List<Finding> findings = new ArrayList<>();
        input.features().stream().filter(field -> field.type() != FieldType.DATE && field.type() != FieldType.TEXT && field.distinct() > 1)
                .limit(MOST_COLUMNS).forEach(field -> {
                    ColumnBins bins = ColumnBins.of(input.sample().column(field.name()).select(places), field.type());
                    double strength = strength(bins, target, random);
                    if (strength >= STRONG) {
                        double later = strength(bins, target, earlier);
                        if (later < input.limit(Limit.VANISHING_SHARE) * strength) {
                            findings.add(finding(field, order.get(), strength, Math.max(0, later)));
                        }
                    }
                });
        return findings;
    }

    /// From 0 for chance to 1; `NaN` if it cannot be told.
    private static double strength(ColumnBins bins, TargetView target, boolean[] train) {
        double raw = new SingleColumnModel(bins, target, train, false).strength();
        return target.isNumber() ? raw : 2 * raw - 1;
    }

    private static Finding finding(FieldProfile field, TimeOrder order, double strength, double later) {
        return new Finding("vanishing-strength", Severity.WARNING, field.name(), String.format(Locale.ROOT,
                "What column '%s' says of the target holds only within its time: strength %.2f among mixed rows, %.2f when later rows are foretold from earlier ones by '%s'.",
                field.name(), strength, later, order.field()))
                .figure("strength", strength).figure("later-strength", later).withOthers(List.of(order.field()))
                .kept(Treatment.of(Treatment.Action.DIVIDE_BY, List.of(order.field())), Treatment.of(Treatment.Action.LEAVE_OUT));
    }
}
