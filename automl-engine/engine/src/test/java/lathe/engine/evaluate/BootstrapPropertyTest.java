package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.builtin.Metrics;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BootstrapPropertyTest {

    @Property(tries = 100)
    void theIntervalHoldsTheValueAndStaysInRange(@ForAll @IntRange(min = 2, max = 60) int rows, @ForAll long seed) {
        Random random = new Random(seed);
        Target truth = Target.classes(IntStream.range(0, rows)
                .map(row -> row < 2 ? row : random.nextInt(2)).toArray(), 2);
        double[] positive = random.doubles(rows).map(u -> Math.rint(u * 10) / 10).toArray();

        for (Metric metric : Metrics.forTask(truth.task())) {
            double value = metric.compute(truth, CurvesTest.predictions(positive), 1);
            if (!Double.isNaN(value)) {
                Score score = Bootstrap.score(metric, truth, CurvesTest.predictions(positive), 1, new Seed(seed),
                        Deadline.in(Duration.ZERO));

                assertEquals(value, score.value(), 0.0);
                assertTrue(score.lower() <= value && value <= score.upper());
                assertTrue(score.lower() >= Math.min(metric.best(), metric.worst()) - 1e-9, metric.id());
                assertTrue(score.upper() <= Math.max(metric.best(), metric.worst()) + 1e-9, metric.id());
            }
        }
    }
}
