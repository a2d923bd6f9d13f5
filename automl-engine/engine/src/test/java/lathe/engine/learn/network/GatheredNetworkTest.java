package lathe.engine.learn.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.GatheredRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import org.junit.jupiter.api.Test;

class GatheredNetworkTest {

    private static final int ROWS = 4_000;
    private static final List<String> NAMES = List.of("a", "b", "level");

    private final NetworkLearner learner = NetworkLearner.plain(LoopProduct::new);

    private static Matrix matrix(int levels, Set<String> marked) {
        SplittableRandom random = new SplittableRandom(4);
        double[][] columns = {random.doubles(ROWS).toArray(), random.doubles(ROWS).toArray(),
            IntStream.range(0, ROWS).mapToDouble(row -> random.nextInt(levels)).toArray()};
        return new Matrix(NAMES, columns, ROWS, marked);
    }

    private static Target target(Matrix matrix) {
        return Target.regression(IntStream.range(0, ROWS).mapToDouble(row -> 3 * matrix.at(row, 0) + (matrix.at(row, 2) % 3 == 0 ? 1 : 0)).toArray());
    }

    private Hyperparameters settings(Map<String, Object> changes) {
        return learner.space(new DataShape(Task.REGRESSION, 0, ROWS, NAMES.size())).with(changes);
    }

    private static FitContext within(Duration time) {
        return new FitContext(new Seed(3), Deadline.in(time), new CancelToken());
    }

    private static GatheredRows filled(GatheredRows rows, Matrix matrix) {
        for (int from = 0; from < ROWS; from += 700) {
            rows.piece(matrix.select(IntStream.range(from, Math.min(ROWS, from + 700)).toArray())).add();
        }
        return rows;
    }

    private static double error(Form form, Matrix matrix, Target target) {
        double[] answers = form.predict(Features.of(matrix)).values();
        return Math.sqrt(IntStream.range(0, ROWS).mapToDouble(row -> Math.pow(answers[row] - target.value(row), 2)).average().orElseThrow());
    }

    @Test
    void aFitOfGatheredRowsIsTheFitOfAMatrixScaledAlike() {
        Matrix matrix = matrix(12, Set.of());
        Target target = target(matrix);
        Hyperparameters settings = settings(Map.of("epochs", 4, "hidden", 24, "batch", 128));
        Form gathered = filled(learner.gather(matrix, settings, ROWS + 50), matrix).fit(target, within(Duration.ofHours(5)));
        assertArrayEquals(learner.fit(matrix, target, settings, within(Duration.ofHours(5))).predict(Features.of(matrix)).values(),
                gathered.predict(Features.of(matrix)).values(), 1e-2);   // the first step may be a little longer
    }

    @Test
    void levelsTheSampleDidNotHaveCountAsOneMore() {
        Matrix matrix = matrix(12, Set.of("level"));
        Target target = target(matrix);
        Matrix sample = matrix.select(IntStream.range(0, ROWS).filter(row -> matrix.at(row, 2) < 9).toArray());
        GatheredRows rows = filled(learner.gather(sample, settings(Map.of("epochs", 30)), ROWS), matrix);
        assertTrue(error(rows.fit(target, within(Duration.ofMinutes(1))), matrix, target) < 0.3);
    }

    @Test
    void theScheduleEndsWithTheTime() {
        Matrix matrix = matrix(12, Set.of("level"));
        Target target = target(matrix);
        GatheredRows rows = filled(learner.gather(matrix, settings(Map.of("epochs", 512, "patience", 100)), ROWS), matrix);
        long begin = System.nanoTime();
        Form form = rows.fit(target, within(Duration.ofMillis(1500)));
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertTrue(seconds < 1.5, "took " + seconds);
        double error = error(form, matrix, target);
        assertTrue(error < 0.3, "error " + error);   // a third of the deviation
    }

    @Test
    void rowsBeyondTheRoomAreLeftOut() {
        Matrix matrix = matrix(5, Set.of("level"));
        InputData data = InputData.gathering(matrix, 1_000);
        data.add(data.scaled(matrix));
        data.add(data.scaled(matrix));
        assertEquals(1_000, data.rows());
        assertEquals(6, data.levels(0));
    }
}
