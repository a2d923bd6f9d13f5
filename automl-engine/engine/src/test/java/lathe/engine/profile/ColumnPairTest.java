package lathe.engine.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

class ColumnPairTest {

    private static final int ROWS = 60;

    // size 0..59, its square, half the rows in each plan (the later ones long), three colours in turn, the first of each month
    private static final Table TABLE = new Table(new Schema(List.of(Field.of("size", FieldType.NUMBER), Field.of("square", FieldType.NUMBER),
            Field.of("plan", FieldType.CATEGORY), Field.of("colour", FieldType.CATEGORY), Field.of("day", FieldType.DATE))),
            List.of(new NumberColumn(IntStream.range(0, ROWS).asDoubleStream().toArray()),
                    new NumberColumn(IntStream.range(0, ROWS).mapToDouble(row -> row == 7 ? Double.NaN : row * row).toArray()),
                    texts(row -> row < ROWS / 2 ? "short" : "long"), texts(row -> List.of("red", "green", "blue").get(row % 3)),
                    texts(row -> "%04d-%02d-01".formatted(2020 + row / 12, row % 12 + 1))));

    private static StringColumn texts(IntFunction<String> text) {
        List<String> all = new ArrayList<>();
        IntStream.range(0, ROWS).forEach(row -> all.add(text.apply(row)));
        return StringColumn.of(all);
    }

    private static ColumnPair pair(String first, String second) {
        return ColumnPair.of(TABLE, first, second, new CancelToken());
    }

    @Test
    void twoNumbersThatRiseTogetherHaveARankCorrelationOfOne() {
        ColumnPair.Points points = assertInstanceOf(ColumnPair.Points.class, pair("size", "square"));

        assertEquals(1, points.strength(), 1e-12);
        assertEquals(ROWS - 1, points.rows());
        assertEquals(new ColumnPair.Spot(59, 3481), points.drawn().getLast());
        assertEquals(1, assertInstanceOf(ColumnPair.Points.class, pair("day", "size")).strength(), 1e-12);
    }

    @Test
    void aCategoryAndANumberAreBoxesInWhateverOrderTheyAreNamed() {
        ColumnPair.Boxes boxes = assertInstanceOf(ColumnPair.Boxes.class, pair("size", "plan"));

        assertEquals(boxes, pair("plan", "size"));
        ColumnPair.Box box = boxes.boxes().getFirst();
        assertEquals("long", box.key().label());
        // of 30 to 59
        assertArrayEquals(new double[] {31.45, 37.25, 44.5, 51.75, 57.55},
                new double[] {box.low(), box.lowerQuarter(), box.median(), box.upperQuarter(), box.high()}, 1e-9);
        // variance between the halves 225 of 299.9, corrected for two groups of 60 rows: 1 - 74.917/299.917 * 59/58
        assertEquals(Math.sqrt(1 - 74.9166666 / 299.9166666 * 59 / 58), boxes.strength(), 1e-7);
    }

    @Test
    void twoCategoriesAreSharesOfTheFirst() {
        ColumnPair.Shares shares = assertInstanceOf(ColumnPair.Shares.class, pair("plan", "colour"));

        assertEquals(List.of("long", "short"), shares.down().stream().map(GroupKey::label).toList());
        assertEquals(1.0 / 3, shares.shares().getFirst().getFirst(), 1e-12);
        assertEquals(0, shares.strength(), 1e-12);
        assertEquals(1, pair("plan", "plan").strength(), 1e-12);
    }

    @Test
    void groupsHaveMeansWithIntervalsAndTheRowsWithoutAValueComeLast() {
        GroupedRows byPlan = GroupedRows.of(TABLE, "plan", new GroupMeasure.Mean("size"), new CancelToken());
        GroupedRows bySquare = GroupedRows.of(TABLE, "square", new GroupMeasure.Rows(), new CancelToken());

        // 30 to 59: mean 44.5, standard deviation sqrt(77.5), half an interval 1.959964 * sqrt(77.5 / 30)
        assertEquals(44.5, byPlan.groups().getFirst().value(), 1e-12);
        assertEquals(44.5 - 1.959964 * Math.sqrt(77.5 / 30), byPlan.groups().getFirst().low(), 1e-9);
        assertEquals(29.5, byPlan.overall(), 1e-12);
        assertEquals(9, bySquare.groups().size());
        assertEquals(GroupKey.Kind.MISSING, bySquare.groups().getLast().key().kind());
        assertEquals(ROWS, bySquare.groups().stream().mapToInt(GroupedRows.Group::rows).sum());
    }

    @Test
    void sharesHaveWilsonsIntervalAndDatesAreGroupedByYear() {
        GroupedRows byColour = GroupedRows.of(TABLE, "colour", new GroupMeasure.Share("plan", "long"), new CancelToken());
        GroupedRows byDay = GroupedRows.of(TABLE, "day", new GroupMeasure.Rows(), new CancelToken());

        // 10 of 20, Wilson 95 %: 0.299 to 0.701 (statsmodels proportion_confint)
        assertEquals(0.5, byColour.groups().getFirst().value(), 1e-12);
        assertEquals(0.299, byColour.groups().getFirst().low(), 5e-4);
        assertEquals(0.701, byColour.groups().getFirst().high(), 5e-4);
        assertEquals(List.of("2020", "2021", "2022", "2023", "2024"), byDay.groups().stream().map(group -> group.key().label()).toList());
    }

    @Test
    void stopsWhenItIsNotWantedAnyMore() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();

        assertThrows(CancellationException.class, () -> ColumnPair.of(TABLE, "size", "square", cancel));
        assertThrows(CancellationException.class, () -> GroupedRows.of(TABLE, "plan", new GroupMeasure.Rows(), cancel));
        assertTrue(ColumnPair.takes(FieldType.DATE));
    }
}
