package lathe.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import lathe.engine.evaluate.Mae;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.R2;
import lathe.engine.evaluate.Rmse;
import lathe.engine.progress.CancelToken;
import lathe.engine.provenance.Seed;
import org.junit.jupiter.api.Test;

class PermutationImportanceTest {

    private static Importances importances(Metric metric, int repeats, int mostRows) {
        return PermutationImportance.compute(SineTable.linear(), SineTable.rows(200), SineTable.truth(200), metric,
                new ImportanceSettings(repeats, mostRows, new Seed(1)), new CancelToken(), column -> { });
    }

    private static double loss(Importances importances, String column) {
        return importances.columns().stream().filter(each -> each.column().equals(column)).findFirst().orElseThrow().loss();
    }

    // Computed with scikit-learn 1.9.1: permutation_importance(n_repeats=3000, random_state=0) on the same formula; its
    // mean has a standard error of std / sqrt(3000), ours of std / sqrt(400), where std is about 8 % of the mean.
    @Test
    void agreesWithScikitLearnForMetricsOfBothDirections() {
        Importances r2 = importances(new R2(), 400, 2000);
        assertEquals(1.2249, loss(r2, "a"), 4 * 0.0876 / 20);
        assertEquals(0.5480, loss(r2, "b"), 4 * 0.0394 / 20);
        assertEquals(0.2727, loss(r2, "c"), 4 * 0.0197 / 20);
        Importances rmse = importances(new Rmse(), 400, 2000);
        assertEquals(2.7883, loss(rmse, "a"), 4 * 0.1070 / 20);
        assertEquals(1.8010, loss(rmse, "b"), 4 * 0.0718 / 20);
        assertEquals(1.2160, loss(rmse, "c"), 4 * 0.0506 / 20);
        Importances mae = importances(new Mae(), 400, 2000);
        assertEquals(2.2488, loss(mae, "a"), 4 * 0.1179 / 20);
    }

    @Test
    void putsTheColumnThatMattersMostFirstAndTheUnreadOneLast() {
        Importances found = importances(new Rmse(), 5, 2000);
        assertEquals(List.of("a", "b", "c", "d"), found.columns().stream().map(ColumnImportance::column).toList());
        assertEquals(new ColumnImportance("d", 0, 0, 0), found.columns().getLast());
        assertEquals("rmse", found.metric());
        assertEquals(200, found.rows());
        for (ColumnImportance column : found.columns().subList(0, 3)) {
            assertTrue(column.lower() > 0 && column.lower() < column.loss() && column.loss() < column.upper(),
                    column.toString());
        }
    }

    @Test
    void saysWhenItJudgedASample() {
        Importances found = importances(new Rmse(), 2, 50);
        assertEquals(50, found.rows());
        assertEquals(200, found.rowsThere());
    }

    @Test
    void reportsEachColumnAsItIsDoneAndStopsWhenCancelled() {
        List<String> heard = new ArrayList<>();
        CancelToken cancel = new CancelToken();
        assertThrows(CancellationException.class, () -> PermutationImportance.compute(SineTable.linear(),
                SineTable.rows(200), SineTable.truth(200), new Rmse(), ImportanceSettings.DEFAULTS, cancel, column -> {
                    heard.add(column.column());
                    if (heard.size() == 2) {
                        cancel.cancel();
                    }
                }));
        assertEquals(List.of("a", "b"), heard);
    }

    @Test
    void givesEqualNumbersForEqualSeeds() {
        assertEquals(importances(new Mae(), 3, 100), importances(new Mae(), 3, 100));
    }
}
