package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;

/// Features that say nearly the same: numbers by Pearson and Spearman, categories by bias-corrected Cramer's V, a category
/// and a number by the correlation ratio. Columns that are the same are told of as duplicates.
final class CorrelationCheck implements ProfileCheck {

    private static final int FEWEST_ROWS = 50;
    private static final int MOST_ROWS = 2000;
    private static final int MOST_NUMBERS = 1000;
    private static final int MOST_CATEGORIES = 40;
    private static final int MOST_LEVELS = 50;
    private static final int FEWEST_VALUES = 3;
    private static final double SAME = 0.999_999;

    @Override
    public String id() {
        return "highly-correlated";
    }

    /// How closely a column goes with an earlier one, and by which measure.
    private record Partner(String name, double strength, String measure) { }

    @Override
    public List<Finding> check(ProfileInput input) {
        Map<String, List<Partner>> found = new LinkedHashMap<>();
        if (input.sample().size() < FEWEST_ROWS) {
            return List.of();
        }
        int rows = Math.min(MOST_ROWS, input.sample().size());
        int[] places = IntStream.range(0, rows).map(i -> (int) ((long) i * input.sample().size() / rows)).toArray();
        List<String> numbers = input.features().stream().filter(field -> field.numbers() != null && field.distinct() >= FEWEST_VALUES
                && field.count() >= FEWEST_ROWS && field.missingShare() < 0.9 && !IdentifierCheck.namesRows(field)).map(FieldProfile::name).limit(MOST_NUMBERS).toList();
        List<String> categories = input.features().stream().filter(CorrelationCheck::isCategory).map(FieldProfile::name)
                .limit(MOST_CATEGORIES).toList();
        numbers(input, numbers, places, found);
        categories(input, categories, places, found);
        mixed(input, categories, numbers, places, found);
        return found.entrySet().stream().map(entry -> finding(entry.getKey(), entry.getValue())).toList();
    }

    private static boolean isCategory(FieldProfile field) {
        return (field.type() == FieldType.CATEGORY || field.type() == FieldType.BOOLEAN) && field.distinct() >= 2
                && field.distinct() <= MOST_LEVELS && field.count() >= FEWEST_ROWS;
    }

    private static double[] values(ProfileInput input, String name, int[] places) {
        double[] values = input.sample().numbers(name);
        return IntStream.of(places).mapToDouble(place -> values[place]).toArray();
    }

    private static void numbers(ProfileInput input, List<String> names, int[] places, Map<String, List<Partner>> found) {
        if (names.size() < 2) {
            return;
        }
        double limit = input.limit(Limit.CORRELATION);
        List<double[]> values = names.stream().map(name -> values(input, name, places)).toList();
        // Cells missing in one column only make the product of whole columns smaller.
        double least = limit * (1 - names.stream().mapToDouble(name -> input.fields().stream()
                .filter(field -> field.name().equals(name)).findFirst().orElseThrow().missingShare()).filter(share -> share < 0.5).max().orElse(0));
        Map<Long, Boolean> seen = new LinkedHashMap<>();
        NumberPairs.Pairs judge = (earlier, later, product) -> {
            if (seen.putIfAbsent((long) earlier * names.size() + later, true) != null) {
                return;
            }
            double pearson = Associations.pearson(values.get(earlier), values.get(later));
            double spearman = Math.abs(pearson) >= limit ? pearson : Associations.spearman(values.get(earlier), values.get(later));
            double strongest = Math.abs(pearson) >= Math.abs(spearman) ? pearson : spearman;
            if (Math.abs(strongest) >= limit && !Associations.same(values.get(earlier), values.get(later))) {
                add(found, names.get(later), new Partner(names.get(earlier), strongest, Math.abs(pearson) >= limit ? "correlation" : "rank correlation"));
            }
        };
        new NumberPairs(values.stream().map(double[]::clone).toArray(double[][]::new)).above(least, judge);
        new NumberPairs(values.stream().map(Ranks::of).toArray(double[][]::new)).above(least, judge);
    }

    private static void categories(ProfileInput input, List<String> names, int[] places, Map<String, List<Partner>> found) {
        List<StringColumn> columns = names.stream().map(name -> (StringColumn) input.sample().column(name).select(places)).toList();
        for (int later = 1; later < names.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                double v = Associations.cramer(columns.get(earlier), columns.get(later));
                if (v >= input.limit(Limit.CORRELATION) && v < SAME) {
                    add(found, names.get(later), new Partner(names.get(earlier), v, "Cramer's V"));
                }
            }
        }
    }

    private static void mixed(ProfileInput input, List<String> categories, List<String> numbers, int[] places, Map<String, List<Partner>> found) {
        List<double[]> values = categories.isEmpty() ? List.of() : numbers.stream().map(name -> values(input, name, places)).toList();
        for (String category : categories) {
            StringColumn texts = (StringColumn) input.sample().column(category).select(places);
            for (int i = 0; i < numbers.size(); i++) {
                double ratio = Associations.correlationRatio(texts, values.get(i));
                if (ratio >= input.limit(Limit.CORRELATION) && ratio < SAME) {
                    add(found, category, new Partner(numbers.get(i), ratio, "correlation ratio"));
                }
            }
        }
    }

    private static void add(Map<String, List<Partner>> found, String column, Partner partner) {
        found.computeIfAbsent(column, key -> new ArrayList<>()).add(partner);
    }

    private static Finding finding(String column, List<Partner> partners) {
        List<Partner> sorted = partners.stream()
                .sorted(Comparator.comparingDouble((Partner partner) -> -Math.abs(partner.strength()))).toList();
        Partner first = sorted.getFirst();
        String more = sorted.size() == 1 ? "" : " and %d more".formatted(sorted.size() - 1);
        return new Finding("highly-correlated", Severity.INFO, column, "Column '%s' says nearly the same as '%s'%s (%s %s).".formatted(column,
                first.name(), more, first.measure(), String.format(Locale.ROOT, "%.3f", first.strength())))
                .withOthers(sorted.stream().map(Partner::name).limit(20).toList()).figure("strength", first.strength())
                .figure("columns", sorted.size()).kept(Treatment.of(Treatment.Action.LEAVE_OUT));
    }
}
