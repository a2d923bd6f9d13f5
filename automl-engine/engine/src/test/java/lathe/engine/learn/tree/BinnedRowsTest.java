package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Trees;
import org.junit.jupiter.api.Test;

class BinnedRowsTest {

    private static final int ROWS = 3_000;
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "level");

    private static Matrix matrix() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] columns = new double[NAMES.size()][ROWS];
        for (int feature = 0; feature < columns.length; feature++) {
            boolean level = feature == 4;
            boolean gaps = feature == 1;
            Arrays.setAll(columns[feature], row -> gaps && random.nextInt(9) == 0 ? Double.NaN : level ? random.nextInt(12) : random.nextDouble());
        }
        return new Matrix(NAMES, columns, ROWS, Set.of("level"));
    }

    private static Target target(Matrix matrix) {
        return Target.regression(IntStream.range(0, ROWS).mapToDouble(row -> matrix.at(row, 0) * 3 + (matrix.at(row, 4) % 3 == 0 ? 1 : 0)
                + (Double.isNaN(matrix.at(row, 1)) ? 0.5 : 0)).toArray());
    }

    @Test
    void aFitOfGatheredRowsIsTheFitOfAMatrixInTheSameBins() {
        Matrix matrix = matrix();
        Target target = target(matrix);
        BoostingLearner learner = new BoostingLearner();
        Hyperparameters settings = learner.space(new DataShape(Task.REGRESSION, 0, ROWS, NAMES.size())).with(Map.of("stopping", "never", "rounds", 50));
        BinnedRows rows = new BinnedRows(matrix, settings.whole("bins"), ROWS + 100);
        for (int from = 0; from < ROWS; from += 700) {
            rows.add(rows.codes(matrix.select(IntStream.range(from, Math.min(ROWS, from + 700)).toArray())));
        }
        FitContext context = new FitContext(new Seed(3), Deadline.in(Duration.ofMinutes(5)), new CancelToken());
        Trees gathered = learner.fitGathered(rows, NAMES, target, settings, context);
        Trees whole = (Trees) learner.fit(matrix, target, settings, context);
        assertEquals(50, gathered.trees());
        assertArrayEquals(whole.predict(Features.of(matrix)).values(), gathered.predict(Features.of(matrix)).values());
    }

    @Test
    void rowsBeyondTheRoomAreLeftOut() {
        Matrix matrix = matrix();
        BinnedRows rows = new BinnedRows(matrix, 15, 1_000);
        assertEquals(1_000, rows.add(rows.codes(matrix)));
        assertEquals(0, rows.add(rows.codes(matrix)));
        assertEquals(1_000, rows.rows());
    }
}
