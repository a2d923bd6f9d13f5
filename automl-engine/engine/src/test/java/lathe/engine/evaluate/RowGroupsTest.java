package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

class RowGroupsTest {

    @Test
    void rowsWithEqualFeaturesShareAKeyWhateverTheirTarget() {
        Table table = table(new double[] {1, 2, 1, Double.NaN, Double.NaN, 0.0, -0.0},
                List.of("a", "a", "a", "b", "b", "c", "c"), new double[] {0, 1, 2, 3, 4, 5, 6});
        long[] keys = DuplicateGroups.of(table);

        assertEquals(keys[0], keys[2]);
        assertEquals(keys[3], keys[4]);
        assertEquals(keys[5], keys[6]);
        assertEquals(4, Arrays.stream(keys).distinct().count());
    }

    @Test
    void missingTextIsAValueOfItsOwn() {
        Table table = table(new double[] {1, 1, 1}, List.of("", "a", ""), new double[3]);
        long[] keys = DuplicateGroups.of(table);

        assertEquals(keys[0], keys[2]);
        assertNotEquals(keys[0], keys[1]);
    }

    @Test
    void aTableOfFewLevelsHasTwinsByNature() {
        int rows = 300;
        Table table = table(IntStream.range(0, rows).mapToDouble(row -> row % 2).toArray(),
                IntStream.range(0, rows).mapToObj(row -> row % 3 == 0 ? "x" : "y").toList(), new double[rows]);

        assertEquals(rows, Arrays.stream(DuplicateGroups.of(table)).distinct().count());
    }

    @Test
    void aTableGivenThreeTimesIsGroupedByItsRows() {
        int rows = 300;
        Table table = table(IntStream.range(0, rows).mapToDouble(row -> row % 100).toArray(),
                IntStream.range(0, rows).mapToObj(_ -> "x").toList(), new double[rows]);

        assertEquals(100, Arrays.stream(DuplicateGroups.of(table)).distinct().count());
    }

    @Test
    void entitiesShareAKeyAndMissingOnesStandAlone() {
        long[] keys = RowGroups.of(StringColumn.of(List.of("ann", "bob", "ann", "", "")));

        assertArrayEquals(new long[] {0, 1, 0, 3, 4}, keys);
    }

    @Test
    void joinedGroupsFollowChainsOfEitherKind() {
        long[] joined = RowGroups.join(new long[] {1, 1, 2, 3, 4}, new long[] {5, 6, 6, 7, 8});

        assertArrayEquals(new long[] {0, 0, 0, 3, 4}, joined);
    }

    private static Table table(double[] numbers, List<String> texts, double[] target) {
        return new Table(new Schema(List.of(Field.of("number", FieldType.NUMBER), Field.of("text", FieldType.CATEGORY),
                Field.of("target", FieldType.NUMBER).withRole(Role.TARGET))),
                List.of(new NumberColumn(numbers), StringColumn.of(texts), new NumberColumn(target)));
    }
}
