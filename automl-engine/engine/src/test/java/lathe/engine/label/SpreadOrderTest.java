package lathe.engine.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.provenance.Seed;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

class SpreadOrderTest {

    private static Table table(double[] numbers, List<String> texts) {
        return new Table(new Schema(List.of(Field.of("n", FieldType.NUMBER), Field.of("t", FieldType.CATEGORY))),
                List.of(new NumberColumn(numbers), StringColumn.of(texts)));
    }

    private static Table groups(int rows) {
        Random random = new Random(4);
        return table(IntStream.range(0, rows).mapToDouble(row -> 10 * (row % 5) + random.nextDouble()).toArray(),
                IntStream.range(0, rows).mapToObj(row -> "g" + row % 5).toList());
    }

    @Test
    void theFirstIsTheLeastSureAndTheNextAreNotItsCopies() {
        // 20 copies of the most doubtful row, then a few others
        double[] numbers = IntStream.range(0, 40).mapToDouble(row -> row < 20 ? 1 : row).toArray();
        double[] doubts = IntStream.range(0, 40).mapToDouble(row -> row < 20 ? 0.99 : 0.9 - row / 1000.0).toArray();

        int[] order = SpreadOrder.byDoubt(table(numbers, IntStream.range(0, 40).mapToObj(row -> "t").toList()), doubts);

        assertEquals(0, order[0]);
        assertTrue(Arrays.stream(order).limit(10).filter(row -> row < 20).count() == 1, Arrays.toString(order));
        assertArrayEquals(IntStream.range(0, 40).toArray(), Arrays.stream(order).sorted().toArray(), "each row once");
    }

    @Test
    void rowsThatAreSureComeLast() {
        double[] doubts = new Random(5).doubles(1000).toArray();
        int[] order = SpreadOrder.byDoubt(groups(1000), doubts);
        double least = Arrays.stream(order).limit(200).mapToDouble(row -> doubts[row]).min().orElseThrow();
        double most = Arrays.stream(order).skip(200).mapToDouble(row -> doubts[row]).max().orElseThrow();
        assertTrue(least >= most, "the front are the most doubtful fifth, here %s and %s".formatted(least, most));
    }

    @Test
    void withoutDoubtsEveryGroupIsAmongTheFirstTen() {
        Table rows = groups(3000);
        for (int seed = 0; seed < 20; seed++) {
            int[] order = SpreadOrder.byChance(rows, new Seed(seed));
            assertEquals(5, Arrays.stream(order).limit(10).map(row -> row % 5).distinct().count(), "seed " + seed);
            assertArrayEquals(order, SpreadOrder.byChance(rows, new Seed(seed)), "the same seed, the same order");
        }
    }

    @Test
    void onlyCopiesAndEmptyTablesEndWell() {
        int[] copies = SpreadOrder.byChance(table(new double[30], IntStream.range(0, 30).mapToObj(row -> "t").toList()), new Seed(1));
        assertEquals(30, Arrays.stream(copies).distinct().count());
        assertEquals(0, SpreadOrder.byDoubt(table(new double[0], List.of()), new double[0]).length);
        assertEquals(0, SpreadOrder.byChance(table(new double[0], List.of()), new Seed(1)).length);
    }

    @Test
    void missingIsAValueOfItsOwnAndAnOutlierStretchesNothing() {
        double[] numbers = IntStream.range(0, 100).mapToDouble(row -> row == 99 ? 1e9 : row).toArray();
        numbers[50] = Double.NaN;
        RowDistance distance = RowDistance.of(table(numbers, IntStream.range(0, 100).mapToObj(row -> row == 7 ? "" : "t").toList()));
        assertEquals(0.5, distance.between(0, 99), "another number altogether, the same text");
        assertEquals(0.5, distance.between(0, 50));
        assertEquals(0.5 * (10 / 89.0), distance.between(10, 20), 0.01, "on the span of the middle 90 %");
        assertEquals(0, distance.between(50, 50));
        assertTrue(distance.between(6, 7) > 0.5);
    }
}
