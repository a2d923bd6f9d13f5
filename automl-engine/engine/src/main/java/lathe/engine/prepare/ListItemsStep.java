package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.step.ListVector;

/// How many items a list has, and a yes/no feature for each of its commonest items.
///
/// @param most items with a feature
public record ListItemsStep(int most) implements Step {

    private static final StepParameter MOST = StepParameter.whole("most", 1, 1000, "50", "Most items with a feature of their own, the commonest first.");
    private static final double LEAST_SHARE = 0.005;

    /// As it is usual.
    public ListItemsStep() {
        this(MOST.whole(StepWish.of("list_items")));
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(MOST);
    }

    @Override
    public Step with(StepWish wish) {
        return new ListItemsStep(MOST.whole(wish));
    }

    @Override
    public String id() {
        return "list_items";
    }

    @Override
    public String description() {
        return "The number of items, and a yes/no feature for each common item: for tags and baskets.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.LIST;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        StringColumn lists = column.strings();
        Map<String, Integer> rowsOfItem = new HashMap<>();
        for (int row = 0; row < lists.rows(); row++) {
            if (!lists.isMissing(row)) {
                for (String item : Set.of(distinct(lists.text(row)))) {
                    rowsOfItem.merge(item, 1, Integer::sum);
                }
            }
        }
        List<String> items = rowsOfItem.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .filter(entry -> entry.getValue() >= Math.max(2, LEAST_SHARE * lists.rows()))
                .filter(entry -> entry.getValue() < lists.rows() && !entry.getKey().isEmpty())
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(most).map(Map.Entry::getKey).toList();
        NumberFacts sizes = NumberFacts.of(sizes(lists));
        if (sizes.saysNothing() && items.isEmpty()) {
            return;
        }
        String name = column.field().name();
        List<String> outputs = new ArrayList<>();
        outputs.add(builder.name(name + " count"));
        items.forEach(item -> outputs.add(builder.name(name + " has " + item)));
        builder.textStep(new ListVector(name, items, outputs));
        NumberSteps.finish(outputs.getFirst(), sizes, column.forTrees(), builder);
        outputs.subList(1, outputs.size()).forEach(builder::feature);
    }

    // A missing list has no items.
    private static double[] sizes(StringColumn lists) {
        double[] sizes = new double[lists.rows()];
        for (int row = 0; row < sizes.length; row++) {
            sizes[row] = lists.isMissing(row) ? 0 : lists.text(row).split(Table.LIST_SEPARATOR, -1).length;
        }
        return sizes;
    }

    private static String[] distinct(String list) {
        return Arrays.stream(list.split(Table.LIST_SEPARATOR, -1)).distinct().toArray(String[]::new);
    }
}
