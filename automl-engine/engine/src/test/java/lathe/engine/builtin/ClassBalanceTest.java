package lathe.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.evaluate.BalancedAccuracy;
import lathe.engine.evaluate.LogLoss;
import lathe.engine.learn.ClassBalance;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClassBalanceTest {

    static Stream<Arguments> countingLearners() {
        return Learners.ALL.stream().filter(Learner::countsWeights).flatMap(learner -> Stream.of(Task.BINARY, Task.MULTICLASS)
                .filter(task -> learner.refusal(ToyTable.of(task, 30, 3, 1).shape()).isEmpty())
                .map(task -> Arguments.of(learner.id(), task)));
    }

    // One row in eight of the second class.
    private static ToyTable rare(Task task, int seed) {
        ToyTable table = ToyTable.of(task, 600, 4, seed);
        int[] rows = IntStream.range(0, 600).filter(row -> table.target().classIndex(row) != 1 || row % 8 == 0).toArray();
        FitRows kept = new FitRows(table.features(), table.target()).select(rows);
        return new ToyTable(kept.features(), kept.target());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("countingLearners")
    void probabilitiesAreLedBackByTheKnownFactors(String id, Task task) {
        Learner learner = Learners.byId(id);
        ToyTable table = rare(task, 2);
        Target target = table.target();
        Hyperparameters usual = learner.space(table.shape()).defaults();
        ClassBalance balance = ClassBalance.of(target);

        Predictions even = learner.fit(table.features(), balance.weigh(target), usual, ToyTable.calm(1)).predict(Features.of(table.features()));
        Predictions back = ClassBalance.fit(learner, table.features(), target, usual, ToyTable.calm(1)).predict(Features.of(table.features()));

        for (int row = 0; row < 50; row++) {
            double sum = 0;
            for (int c = 0; c < even.width(); c++) {
                sum += even.at(row, c) / balance.factor(c);
            }
            for (int c = 0; c < even.width(); c++) {
                assertEquals(even.at(row, c) / balance.factor(c) / sum, back.at(row, c), 1e-6, "row " + row);
            }
        }
    }

    @Test
    void classesOfEveryKindCountTheSame() {
        Target target = ClassBalance.of(rare(Task.MULTICLASS, 3).target()).weigh(rare(Task.MULTICLASS, 3).target());
        double[] sums = new double[3];
        IntStream.range(0, target.rows()).forEach(row -> sums[target.classIndex(row)] += target.weight(row));

        assertEquals(sums[0], sums[1], 1e-9);
        assertEquals(sums[0], sums[2], 1e-9);
        assertEquals(target.rows(), target.totalWeight(), 1e-9);
    }

    // Before it is led back, a balanced model finds more of a rare class at one half; afterwards its probabilities are the better ones.
    @Test
    void balancedFitsFindRareClassesAndLeadingBackKeepsTheLogLoss() {
        ToyTable known = rare(Task.BINARY, 4);
        ToyTable fresh = rare(Task.BINARY, 5);
        Learner learner = Learners.byId("logistic");
        Hyperparameters usual = learner.space(known.shape()).defaults();
        Predictions plain = learner.fit(known.features(), known.target(), usual, ToyTable.calm(1)).predict(Features.of(fresh.features()));
        Predictions even = learner.fit(known.features(), ClassBalance.of(known.target()).weigh(known.target()), usual, ToyTable.calm(1))
                .predict(Features.of(fresh.features()));
        Predictions back = ClassBalance.fit(learner, known.features(), known.target(), usual, ToyTable.calm(1))
                .predict(Features.of(fresh.features()));

        assertTrue(new BalancedAccuracy().compute(fresh.target(), even, 1) > new BalancedAccuracy().compute(fresh.target(), plain, 1));
        assertTrue(new LogLoss().compute(fresh.target(), back, 1) < new LogLoss().compute(fresh.target(), even, 1));
    }
}
