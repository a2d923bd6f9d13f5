package lathe.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Steps;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.Smote;
import lathe.engine.provenance.Seed;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class FoldFitterSmoteTest {

    private static final int ROWS = 600;

    private final SplittableRandom random = new SplittableRandom(2);
    private final double[] x = random.doubles(ROWS).toArray();
    private final int[] classes = IntStream.range(0, ROWS).map(row -> random.nextDouble() < 0.25 * x[row] ? 1 : 0).toArray();
    private final RunData data = new RunData(new Table(new Schema(List.of(Field.of("x", FieldType.NUMBER))), List.of(new NumberColumn(x))),
            Target.classes(classes, 2), new FoldPlan(IntStream.range(0, ROWS).map(row -> row % 3).toArray(), 3), false, 1);

    private FoldFitter.Fit fit(Set<String> generators) {
        Learner learner = Learners.ALL.stream().filter(each -> each.id().equals("logistic")).findFirst().orElseThrow();
        Trial trial = new Trial(1, learner.id(), learner.space(new DataShape(Task.BINARY, 2, 400, 1)).with(Map.of()),
                new Recipe(learner.preparation(), Map.of(), generators), new Seed(1));
        return new FoldFitter(data, Learners.ALL, Steps.ALL, Generators.ALL).fit(new FoldJob(trial, 0, 60));
    }

    @Test
    void rowsAreMadeUpForTheLearnerOnly() {
        FoldFitter.Fit without = fit(Set.of());
        FoldFitter.Fit with = fit(Set.of(Smote.ID));

        assertEquals(without.recipe(), with.recipe(), "steps have learnt from made-up rows");
        assertEquals(ROWS / 3, with.validation().rows());
        assertFalse(Arrays.equals(without.validation().values(), with.validation().values()), "the same was learnt");
        // Probabilities mean the rows as they are: their mean is the share of the class, about 1 in 8, not 1 in 2.
        double mean = IntStream.range(0, with.validation().rows()).mapToDouble(row -> with.validation().at(row, 1)).average().orElseThrow();
        assertEquals(Arrays.stream(classes).average().orElseThrow(), mean, 0.03);
    }
}
