package lathe.engine.prepare;

import static lathe.engine.prepare.Columns.FITTER;
import static lathe.engine.prepare.Columns.SEED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.RecipeFitter.Prepared;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class CommonNumbersTest {

    private static final Field HOUR = Field.of("hour", FieldType.NUMBER);

    private static NumberColumn column(int rows, IntToDoubleFunction value) {
        return new NumberColumn(IntStream.range(0, rows).mapToDouble(value).toArray());
    }

    private static Prepared fit(Recipe recipe, Table table) {
        return FITTER.fit(recipe, table, Columns.target(Task.BINARY, table.rows(), 1), SEED);
    }

    private static List<String> features(Preparation preparation, Column column) {
        return fit(Columns.recipe(preparation), Columns.table(HOUR, column)).recipe().features();
    }

    @Test
    void linearModelsGetEachHourBesideTheNumber() {
        Table hours = Columns.table(HOUR, column(480, row -> row % 24));
        Prepared prepared = fit(Columns.recipe(Preparation.LINEAR), hours);
        assertEquals(25, prepared.training().width());
        assertEquals("hour=17", prepared.recipe().features().get(17));
        assertEquals("hour", prepared.recipe().features().getLast());
        Matrix other = prepared.recipe().apply(Columns.table(HOUR, new NumberColumn(new double[] {17, Double.NaN, 17.5, 99})));
        assertArrayEquals(new double[] {1, 0, 0, 0}, other.column(17));
    }

    @Test
    void treesFindHoursThemselves() {
        assertEquals(List.of("hour"), features(Preparation.TREES, column(480, row -> row % 24)));
    }

    @Test
    void measuresAndFewGradesStayNumbers() {
        assertEquals(List.of("hour"), features(Preparation.LINEAR, column(480, row -> row % 25)));
        assertEquals(List.of("hour"), features(Preparation.LINEAR, column(480, row -> row % 4)));
        assertEquals(List.of("hour"), features(Preparation.LINEAR, column(480, row -> row % 10 / 2.0)));
    }

    @Test
    void rareValuesHaveNoFeatureOfTheirOwn() {
        List<String> features = features(Preparation.LINEAR, column(400, row -> row < 9 ? 9 : row % 5));
        assertFalse(features.contains("hour=9"), features::toString);
        assertTrue(features.contains("hour=4"), features::toString);
    }

    @Test
    void bothZerosAreOneValue() {
        List<String> features = features(Preparation.LINEAR, column(400, row -> row % 5 == 0 ? row % 2 == 0 ? -0.0 : 0.0 : row % 5));
        assertEquals(List.of("hour=0", "hour=1", "hour=2", "hour=3", "hour=4", "hour"), features);
    }

    @Test
    void aPersonMayChooseOrRefuseIt() {
        Table halves = Columns.table(HOUR, column(400, row -> row % 4 / 2.0));
        assertEquals(List.of("hour=0", "hour=0.5", "hour=1", "hour=1.5", "hour"),
                fit(new Recipe(Preparation.TREES, Map.of("hour", "number_levels")), halves).recipe().features());
        Table hours = Columns.table(HOUR, column(480, row -> row % 24));
        assertEquals(List.of("hour"), fit(new Recipe(Preparation.LINEAR, Map.of("hour", "number")), hours).recipe().features());
    }

    @Test
    void hundredsOfSuchColumnsDoNotDrownTheModel() {
        List<Field> fields = IntStream.range(0, 200).mapToObj(i -> Field.of("n" + i, FieldType.NUMBER)).toList();
        List<Column> columns = IntStream.range(0, 200).mapToObj(i -> (Column) column(300, row -> (row + i) % 10)).toList();
        Matrix training = fit(Columns.recipe(Preparation.LINEAR), new Table(new Schema(fields), columns)).training();
        assertEquals(200 + 300, training.width());
    }

    @Test
    void linearModelsGetEachMonthWeekdayAndHourOfADate() {
        Field field = Field.of("at", FieldType.DATE);
        StringColumn dates = StringColumn.of(IntStream.range(0, 600)
                .mapToObj(row -> "2024-%02d-%02dT%02d:00:00".formatted(1 + row % 12, 1 + row % 28, row % 24)).toList());
        List<String> linear = fit(Columns.recipe(Preparation.LINEAR), Columns.table(field, dates)).recipe().features();
        assertTrue(linear.containsAll(List.of("at month=12", "at weekday=6", "at hour=17", "at epoch day")), linear::toString);
        assertFalse(linear.stream().anyMatch(name -> name.startsWith("at day=")), linear::toString);
        assertEquals(List.of("at month", "at day", "at weekday", "at epoch day", "at hour"),
                fit(Columns.recipe(Preparation.TREES), Columns.table(field, dates)).recipe().features());
    }
}
