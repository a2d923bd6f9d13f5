package lathe.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import lathe.engine.progress.CancelToken;
import lathe.engine.provenance.Seed;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Impute;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.OneHot;
import org.junit.jupiter.api.Test;

class PartialDependenceTest {

    private static final double NONE = Double.NaN;

    private static Dependence dependence(String column, DependenceSettings settings) {
        return PartialDependence.compute(SineTable.product(), SineTable.rows(20), column, 0, settings, new CancelToken());
    }

    // Computed with scikit-learn 1.9.1: partial_dependence(kind='both', method='brute') of the same function on the same
    // 20 rows, custom_values 0 to 6.
    @Test
    void agreesWithScikitLearn() {
        Dependence found = dependence("c", new DependenceSettings(30, 500, 20, new Seed(1)));
        double[] mean = {0.09665609572889536, 0.2119924241299585, 0.33945878007643604, 0.4803308897015618,
            0.6360186484272153, 0.8080802316711857, 0.9982376895904741};
        double[] fourthRow = {-0.2691215489052826, -0.19225439120194387, -0.10730304395307944, -0.013417285522288713,
            0.09034252431689671, 0.20501484861622377, 0.3317473665399797};
        assertEquals(7, found.grid().size());
        List<Double> line = found.lines().stream().filter(each -> each.row() == 3).findFirst().orElseThrow().values();
        for (int i = 0; i < 7; i++) {
            assertEquals(i, found.grid().get(i).number());
            assertEquals(mean[i], found.grid().get(i).mean(), 1e-12);
            assertEquals(fourthRow[i], line.get(i), 1e-12);
        }
        assertTrue(found.continuous());
        assertEquals(20, found.grid().stream().mapToInt(GridValue::count).sum());
    }

    @Test
    void keepsTheBandAroundTheMeanAndTheGridRising() {
        Dependence found = PartialDependence.compute(SineTable.product(), SineTable.rows(300), "a", 0,
                new DependenceSettings(10, 100, 7, new Seed(2)), new CancelToken());
        assertEquals(10, found.grid().size());
        assertEquals(7, found.lines().size());
        assertEquals(100, found.rows());
        assertEquals(300, found.rowsThere());
        assertEquals(300, found.grid().stream().mapToInt(GridValue::count).sum());
        for (int i = 0; i < 10; i++) {
            GridValue value = found.grid().get(i);
            assertTrue(value.lower() < value.mean() && value.mean() < value.upper(), value.toString());
            assertTrue(i == 0 || found.grid().get(i - 1).number() < value.number(), value.toString());
        }
    }

    private static Table people() {
        Schema schema = new Schema(List.of(Field.of("city", FieldType.CATEGORY), Field.of("since", FieldType.DATE)));
        return new Table(schema, List.of(
                StringColumn.of(List.of("Ulm", "Bonn", "Bonn", "", "Bonn", "Ulm", "Kiel")),
                StringColumn.of(List.of("2021-05-01", "2020-01-01", "", "2022-07-01T12:00:00", "2020-01-01", "2021-05-01",
                        "2019-12-31"))));
    }

    private static Pipeline byCityAndYear() {
        FittedRecipe recipe = new FittedRecipe(List.of(
                new OneHot("city", List.of("Bonn", "Ulm", ""), List.of(0, 1, 2), List.of("bonn", "ulm", "none")),
                new DateParts("since", List.of(DateParts.Part.YEAR), List.of("year")),
                new Impute(List.of("year"), Numbers.of(2000))), List.of("bonn", "ulm", "none", "year"));
        return new Pipeline(new Signature(people().schema(), Task.REGRESSION, "y", List.of(), -1, 0.5), Map.of("r", recipe),
                new Blend(List.of(new Blend.Member(1, "r",
                        new Linear(Numbers.of(10, 20, 40, 1), Numbers.of(-2000), Link.IDENTITY)))));
    }

    @Test
    void goesThroughLevelsByFrequencyWithMissingLast() {
        Dependence found = PartialDependence.compute(byCityAndYear(), people(), "city", 0, DependenceSettings.DEFAULTS,
                new CancelToken());
        assertFalse(found.continuous());
        assertEquals(List.of("Bonn", "Ulm", "Kiel", ""), found.grid().stream().map(GridValue::text).toList());
        assertEquals(List.of(3, 2, 1, 1), found.grid().stream().map(GridValue::count).toList());
        double years = (21 + 20 + 0 + 22 + 20 + 21 + 19) / 7.0;
        double[] expected = {years + 10, years + 20, years, years + 40};
        IntStream.range(0, 4).forEach(i -> assertEquals(expected[i], found.grid().get(i).mean(), 1e-9));
    }

    @Test
    void goesThroughDatesInOrderOfTime() {
        Dependence found = PartialDependence.compute(byCityAndYear(), people(), "since", 0, DependenceSettings.DEFAULTS,
                new CancelToken());
        assertTrue(found.continuous());
        assertEquals(List.of("2019-12-31", "2020-01-01", "2021-05-01", "2022-07-01T12:00:00", ""),
                found.grid().stream().map(GridValue::text).toList());
        assertEquals(List.of(1577750400.0, 1577836800.0, 1619827200.0, 1656676800.0, NONE),
                found.grid().stream().map(GridValue::number).toList());
        double cities = (20 + 10 + 10 + 40 + 10 + 20) / 7.0;
        assertEquals(cities + 22, found.grid().get(3).mean(), 1e-9);
        assertEquals(cities, found.grid().get(4).mean(), 1e-9);
    }

    @Test
    void stopsWhenCancelled() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThrows(CancellationException.class, () -> PartialDependence.compute(SineTable.product(), SineTable.rows(20),
                "a", 0, DependenceSettings.DEFAULTS, cancel));
    }
}
