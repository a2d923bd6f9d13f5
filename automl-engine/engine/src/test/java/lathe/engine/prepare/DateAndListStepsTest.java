package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import lathe.engine.learn.Learner.Preparation;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

/// Expected numbers are worked out by hand.
class DateAndListStepsTest {

    private static RecipeFitter.Prepared fit(String step, FieldType type, Preparation preparation, String... texts) {
        return Columns.FITTER.fit(new Recipe(preparation, Map.of("x", step)), table(type, texts),
                Columns.target(Task.BINARY, texts.length, 1), Columns.SEED);
    }

    private static Table table(FieldType type, String... texts) {
        return Columns.table(Field.of("x", type), StringColumn.of(List.of(texts)));
    }

    private static String list(String... items) {
        return String.join(Table.LIST_SEPARATOR, items);
    }

    @Test
    void theYearIsACircle() {
        RecipeFitter.Prepared prepared = fit("date_cycle", FieldType.DATE, Preparation.LINEAR, "2024-01-01", "2024-04-01", "2024-07-01", "2024-04-08");
        assertEquals(List.of("x month sine", "x month cosine"), prepared.recipe().features());   // all are Mondays
        Matrix out = prepared.recipe().apply(table(FieldType.DATE, "1999-01-31", "2024-04-01", "2024-12-24", "", "2024-02-31"));
        assertArrayEquals(new double[] {0, 1, -0.5, 0, 0}, out.column(0), 1e-15);
        assertArrayEquals(new double[] {1, 0, Math.sqrt(0.75), 0, 0}, out.column(1), 1e-15);
    }

    @Test
    void hoursAndWeekdaysAreCirclesToo() {
        RecipeFitter.Prepared prepared = fit("date_cycle", FieldType.DATE, Preparation.TREES, "2024-01-01T06:00:00", "", "2024-01-02T18:00:00");
        assertEquals(List.of("x is missing", "x weekday sine", "x weekday cosine", "x hour sine"), prepared.recipe().features());
        assertArrayEquals(new double[] {1, 0, -1}, prepared.training().column(3));
        assertArrayEquals(new double[] {0, 1, 0}, prepared.training().column(0));
    }

    @Test
    void ageIsCountedFromTheNewestTrainingDate() {
        RecipeFitter.Prepared prepared = fit("date_age", FieldType.DATE, Preparation.TREES, "2024-03-01", "2024-02-28T23:00:00", "2023-03-01");
        assertArrayEquals(new double[] {0, 2, 366}, prepared.training().column(0), 1e-12);
        Matrix out = prepared.recipe().apply(table(FieldType.DATE, "2024-03-11", "2024-02-29"));
        assertArrayEquals(new double[] {-10, 1}, out.column(0));
    }

    @Test
    void listsTellHowManyItemsAndTheirSums() {
        String[] lists = {list("1", "2.5", "-3"), list("red"), "", list("10", "red")};
        assertArrayEquals(new double[] {3, 1, 0, 2}, fit("list_length", FieldType.LIST, Preparation.TREES, lists).training().column(0));
        RecipeFitter.Prepared sums = fit("list_sums", FieldType.LIST, Preparation.TREES, lists);
        assertEquals(List.of("x count", "x sum", "x mean", "x max"), sums.recipe().features());
        assertArrayEquals(new double[] {0.5, 0, 0, 10}, sums.training().column(1));
        assertEquals(2.5, sums.training().at(0, 3));
        assertEquals(List.of("x count"), fit("list_sums", FieldType.LIST, Preparation.TREES, list("a"), list("a", "b")).recipe().features());
    }
}
