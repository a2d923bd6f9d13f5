package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.builtin.ToyTable;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Target;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoostingLearnerTest {

    private static final BoostingLearner LEARNER = new BoostingLearner();

    @ParameterizedTest
    @EnumSource(Task.class)
    void hasAtLeastTwelveHyperparameters(Task task) {
        assertTrue(LEARNER.space(new DataShape(task, 2, 1000, 10)).parameters().size() >= 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"squared", "huber", "absolute", "log_cosh", "poisson", "tweedie"})
    void everyLossBeatsTheMean(String loss) {
        ToyTable drawn = ToyTable.of(Task.REGRESSION, 1500, 4, 3);
        double[] amounts = Arrays.stream(drawn.target().toArray()).map(value -> Math.exp(value / 2)).toArray();
        Target target = Target.regression(amounts);
        ToyTable table = new ToyTable(drawn.features(), target);

        Form form = LEARNER.fit(table.features(), target, LEARNER.space(table.shape()).with(Map.of("loss", loss)), ToyTable.calm(1));

        double mean = Arrays.stream(amounts).average().orElseThrow();
        double spread = Arrays.stream(amounts).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
        double[] answers = form.predict(Features.of(table.features())).values();
        double error = IntStream.range(0, answers.length).mapToDouble(i -> Math.pow(answers[i] - amounts[i], 2)).average().orElseThrow();
        assertTrue(error < 0.3 * spread, loss + " leaves " + error / spread);
        assertTrue(!List.of("poisson", "tweedie").contains(loss) || form instanceof Trees trees && trees.link() == Link.EXP);
    }

    @Test
    void countsBelowZeroAreLearntWithSquaredError() {
        ToyTable table = ToyTable.of(Task.REGRESSION, 600, 3, 3);

        Form counts = LEARNER.fit(table.features(), table.target(), LEARNER.space(table.shape()).with(Map.of("loss", "poisson")), ToyTable.calm(1));
        Form squared = LEARNER.fit(table.features(), table.target(), LEARNER.space(table.shape()).defaults(), ToyTable.calm(1));

        assertEquals(table.loss(squared), table.loss(counts));
    }

    @Test
    void aSmallTableIsLearntFromWhole() {
        ToyTable table = ToyTable.of(Task.REGRESSION, 2000, 4, 5);
        ToyTable fresh = ToyTable.of(Task.REGRESSION, 2000, 4, 6);
        Map<String, Object> few = Map.of("rounds", 60.0);
        Map<String, Object> exactly = Map.of("rounds", 66.0, "stopping", "never");

        double stopped = fresh.loss(LEARNER.fit(table.features(), table.target(), LEARNER.space(table.shape()).with(few), ToyTable.calm(1)));
        double known = fresh.loss(LEARNER.fit(table.features(), table.target(), LEARNER.space(table.shape()).with(exactly), ToyTable.calm(1)));

        assertEquals(known, stopped, 1e-12, "60 rounds found on seven eighths are 66 rounds on all rows");
    }
}
