package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NamedFoldsTest {

    @Property(tries = 200)
    void rowsShareAFoldExactlyIfTheyShareAName(@ForAll @IntRange(min = 20, max = 100) int rows,
            @ForAll @IntRange(min = 2, max = 9) int names, @ForAll long seed) {
        Random random = new Random(seed);
        List<String> texts = IntStream.range(0, rows).mapToObj(row -> row < names ? "f" + row
                : random.nextInt(5) == 0 ? "TEST" : "f" + random.nextInt(names)).toList();
        NamedFolds named = NamedFolds.of(StringColumn.of(texts));
        int[] kept = named.kept();
        FoldPlan plan = named.plan();

        assertEquals(names, plan.count());
        assertTrue(Arrays.stream(named.held()).allMatch(row -> texts.get(row).equals("TEST")));
        assertEquals(rows, kept.length + named.held().length);
        for (int a = 0; a < kept.length; a++) {
            for (int b = 0; b < a; b++) {
                assertEquals(texts.get(kept[a]).equals(texts.get(kept[b])), plan.foldOf(a) == plan.foldOf(b));
            }
        }
    }

    @Test
    void knowsTrainHoldoutAndTestInAnyCase() {
        NamedFolds named = NamedFolds.of(StringColumn.of(List.of("Train", "valid", "HOLDOUT", "train", "Test", "valid")));

        assertArrayEquals(new int[] {2, 4}, named.held());
        assertArrayEquals(new int[] {0, 1, 3, 5}, named.kept());
        assertTrue(named.isPlan());
        assertArrayEquals(new int[] {-1, 0, -1, 0}, named.plan().toArray());
    }

    @Test
    void numbersNameFoldsToo() {
        assertArrayEquals(new int[] {1, 0, 2, 1}, NamedFolds.of(new NumberColumn(new double[] {2, 1, 3, 2})).plan().toArray());
    }

    @Test
    void trainAndTestAloneAreNoFolds() {
        assertFalse(NamedFolds.of(StringColumn.of(List.of("train", "test", "train"))).isPlan());
        assertFalse(NamedFolds.of(StringColumn.of(List.of("a", "test", "a"))).isPlan());
    }
}
