package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.evaluate.Validation;
import lathe.engine.profile.Profiler;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class RunForecastTest {

    private static final int ROWS = 200;
    private static final ProjectSettings ASKED = ProjectSettings.EMPTY.withSource("a.csv").withTarget("left");

    private final Table table = table();

    @Test
    void saysWhatARunWillSettle() {
        RunForecast forecast = of(ASKED);

        assertEquals(Task.BINARY, forecast.task());
        assertEquals("yes", forecast.classes().get(forecast.positive()));
        assertEquals("roc_auc", forecast.metric());
        assertEquals(190, forecast.rows());
        assertEquals(10, forecast.rowsWithout());
        assertEquals(38, forecast.holdoutRows());
        assertEquals(8, forecast.folds());
        assertEquals(List.of("age"), forecast.columns());
        assertEquals(List.of("same"), forecast.leftOut());
        assertFalse(forecast.learners().contains("ridge"));
    }

    @Test
    void followsTheSettings() {
        SearchSettings search = ASKED.search().withHoldout(0).withThreads(3).withLearners(List.of("tree")).withMetric("f1");
        RunForecast forecast = of(ASKED.withSearch(search).withColumn("same", ColumnChoice.NONE.withRole(Role.FEATURE)));

        assertEquals(0, forecast.holdoutRows());
        assertEquals(3, forecast.workers());
        assertEquals("f1", forecast.metric());
        assertEquals(List.of("tree"), forecast.learners());
        assertEquals(List.of("age", "same"), forecast.columns());
    }

    @Test
    void takesTheDividingColumnOutAndCountsWhatItHolds() {
        RunForecast forecast = of(ASKED.withSearch(ASKED.search().withValidation(new Validation.Time("age"))));
        assertEquals(37, forecast.holdoutRows(), 5);
        assertEquals(List.of("age"), forecast.columns());

        Validation groups = new Validation.Group("age");
        assertEquals("no-features", refusal(ASKED.withSearch(ASKED.search().withValidation(groups))));
        RunForecast grouped = of(ASKED.withSearch(ASKED.search().withValidation(groups))
                .withColumn("same", ColumnChoice.NONE.withRole(Role.FEATURE)));
        assertEquals(List.of("same"), grouped.columns());
        assertEquals(List.of("age"), grouped.leftOut());
        assertEquals("validation-column-missing", refusal(ASKED.withSearch(ASKED.search().withValidation(new Validation.Time("")))));
    }

    @Test
    void refusesWhatTheRunWouldRefuse() {
        assertEquals("target-missing", refusal(ASKED.withTarget("")));
        assertEquals("target-unknown", refusal(ASKED.withTarget("gone")));
        assertEquals("no-features", refusal(ASKED.withColumn("age", ColumnChoice.DROPPED)));
        assertEquals("drop-target", refusal(ASKED.withColumn("left", ColumnChoice.DROPPED)));
        assertEquals("metric-unknown", refusal(ASKED.withSearch(ASKED.search().withMetric("rmse"))));
        assertEquals("learners-learn-nothing", refusal(ASKED.withSearch(ASKED.search().withLearners(List.of("baseline")))));
    }

    @Test
    void keepsTimeForAModelTaughtByTheBlendWhereRowsAreManyAndNoneIsAText() {
        assertEquals(15, secondsForPupil(2_600, FieldType.CATEGORY, 60), 1e-9);
        assertEquals(0, secondsForPupil(2_400, FieldType.CATEGORY, 60));   // a fifth is held out, 1,920 are left
        assertEquals(0, secondsForPupil(2_600, FieldType.TEXT, 60));
        assertEquals(0, secondsForPupil(2_600, FieldType.CATEGORY, 20));
    }

    private static double secondsForPupil(int rows, FieldType type, double budget) {
        List<String> words = IntStream.range(0, rows).mapToObj(row -> "word " + row % 7).toList();
        double[] numbers = IntStream.range(0, rows).mapToDouble(row -> row % 41).toArray();
        Schema schema = new Schema(List.of(field("age", FieldType.NUMBER), field("word", type), field("left", FieldType.NUMBER)));
        Table table = new Table(schema, List.of(new NumberColumn(numbers), StringColumn.of(words), new NumberColumn(numbers)));
        ProjectSettings settings = ASKED.withSearch(ASKED.search().withBudgetSeconds(budget));
        return RunForecast.of(settings, table, List.of()).teaching();
    }

    private RunForecast of(ProjectSettings settings) {
        return RunForecast.of(settings, table, Profiler.profile(table, "left").findings());
    }

    private String refusal(ProjectSettings settings) {
        return assertThrows(ProblemException.class, () -> of(settings)).problem().code();
    }

    private static Table table() {
        double[] ages = new double[ROWS];
        List<String> same = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            ages[row] = 20 + row % 37;
            same.add("one");
            left.add(row % 20 == 0 ? "" : row % 4 == 1 ? "yes" : "no");
        }
        Schema schema = new Schema(List.of(field("age", FieldType.NUMBER), field("same", FieldType.CATEGORY),
                field("left", FieldType.CATEGORY)));
        return new Table(schema, List.of(new NumberColumn(ages), StringColumn.of(same), StringColumn.of(left)));
    }

    private static Field field(String name, FieldType type) {
        return Field.of(name, type);
    }
}
