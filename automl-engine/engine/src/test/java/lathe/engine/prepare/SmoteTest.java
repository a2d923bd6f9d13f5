package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

class SmoteTest {

    private static final int ROWS = 120;
    private static final int RARE = 15;
    private static final Seed SEED = new Seed(3);

    private final SplittableRandom random = new SplittableRandom(5);
    private final double[] size = IntStream.range(0, ROWS).mapToDouble(row -> random.nextDouble(1000)).toArray();
    private final double[] share = IntStream.range(0, ROWS).mapToDouble(row -> random.nextDouble()).toArray();
    private final List<String> plans = IntStream.range(0, ROWS).mapToObj(row -> List.of("basic", "plus", "gold").get(random.nextInt(3))).toList();
    private final Table table = new Table(new Schema(List.of(Field.of("size", FieldType.NUMBER), Field.of("share", FieldType.NUMBER),
            Field.of("plan", FieldType.CATEGORY), Field.of("day", FieldType.DATE))),
            List.of(new NumberColumn(size), new NumberColumn(share), StringColumn.of(plans),
                    StringColumn.of(IntStream.range(0, ROWS).mapToObj(row -> "2024-01-%02d".formatted(row % 28 + 1)).toList())));
    private final Target target = Target.classes(IntStream.range(0, ROWS).map(row -> row % 8 == 0 ? 1 : 0).toArray(), 2);

    @Test
    void bringsRarerClassesToTheShareAskedFor() {
        assertArrayEquals(new int[] {0, 52 - RARE}, Smote.wanted(target, 0.5));   // half of 105
        assertArrayEquals(new int[] {0, 0}, Smote.wanted(target, 0.1));
        assertArrayEquals(new int[] {0, 0, 3}, Smote.wanted(Target.classes(new int[] {0, 0, 0, 0, 0, 1, 2, 2}, 3), 1), "a single row has no neighbour");
    }

    @Test
    void everyMadeUpRowLiesBetweenARowOfItsClassAndOneOfItsFiveNearest() {
        Smote.Made made = Smote.of(table, target, 0.5, SEED);

        assertEquals(52 - RARE, made.table().rows());
        assertTrue(IntStream.of(made.target().toClassArray()).allMatch(each -> each == 1));
        for (int row = 0; row < made.table().rows(); row++) {
            double x = made.table().numbers("size").value(row);
            double y = made.table().numbers("share").value(row);
            String plan = made.table().strings("plan").text(row);
            String day = made.table().strings("day").text(row);
            assertTrue(IntStream.range(0, ROWS).filter(base -> base % 8 == 0).anyMatch(base -> table.strings("day").text(base).equals(day)
                    && commonest(nearest(base)).contains(plan) && nearest(base).stream().anyMatch(mate -> isBetween(x, y, base, mate))),
                    "row %d: %s %s %s %s".formatted(row, x, y, plan, day));
        }
    }

    private boolean isBetween(double x, double y, int base, int mate) {
        double gap = (x - size[base]) / (size[mate] - size[base]);
        return gap >= 0 && gap < 1 && Math.abs(share[base] + gap * (share[mate] - share[base]) - y) < 1e-9;
    }

    // As the paper says: numbers in deviations, a level that differs counts the median of the deviations within the class.
    private List<Integer> nearest(int base) {
        double a = deviation(IntStream.range(0, ROWS).mapToDouble(row -> size[row]).toArray());
        double b = deviation(IntStream.range(0, ROWS).mapToDouble(row -> share[row]).toArray());
        double within = (deviation(IntStream.range(0, RARE).mapToDouble(i -> size[8 * i] / a).toArray())
                + deviation(IntStream.range(0, RARE).mapToDouble(i -> share[8 * i] / b).toArray())) / 2;
        return IntStream.range(0, RARE).map(i -> 8 * i).filter(row -> row != base).boxed()
                .sorted(Comparator.comparingDouble(row -> square((size[row] - size[base]) / a) + square((share[row] - share[base]) / b)
                        + (plans.get(row).equals(plans.get(base)) ? 0 : square(within)))).limit(Smote.NEIGHBOURS).toList();
    }

    private List<String> commonest(List<Integer> rows) {
        Map<String, Long> counts = rows.stream().map(plans::get).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long most = counts.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return counts.entrySet().stream().filter(each -> each.getValue() == most).map(Map.Entry::getKey).toList();
    }

    private static double square(double value) {
        return value * value;
    }

    private static double deviation(double[] values) {
        double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
        return Math.sqrt(IntStream.range(0, values.length).mapToDouble(i -> square(values[i] - mean)).average().orElseThrow());
    }

    @Test
    void equalSeedsMakeEqualRows() {
        assertEquals(Smote.of(table, target, 1, SEED).table(), Smote.of(table, target, 1, SEED).table());
        assertNotEquals(Smote.of(table, target, 1, SEED).table(), Smote.of(table, target, 1, SEED.child("other", 0)).table());
    }

    @Test
    void aNumberThatOneOfTheTwoLacksIsTheBases() {
        Table gaps = new Table(new Schema(List.of(Field.of("x", FieldType.NUMBER))), List.of(new NumberColumn(new double[] {1, 2, 3, 4, 5, 6, 70, Double.NaN})));
        Smote.Made made = Smote.of(gaps, Target.classes(new int[] {0, 0, 0, 0, 0, 0, 1, 1}, 2), 1, SEED);

        assertEquals(4, made.table().rows());
        assertTrue(IntStream.range(0, 4).mapToDouble(made.table().numbers("x")::value).allMatch(x -> Double.isNaN(x) || x == 70));
    }
}
