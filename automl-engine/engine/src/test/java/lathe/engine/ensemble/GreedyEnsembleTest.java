package lathe.engine.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GreedyEnsembleTest {

    private static final Seed SEED = new Seed(3);
    private static final Metric RMSE = Metrics.defaultFor(Task.REGRESSION);

    @Test
    void modelsThatErrInOppositeWaysShareTheWeight() {
        int rows = 4000;
        Random random = new Random(1);
        double[] truth = random.doubles(rows).toArray();
        double[] error = random.doubles(rows, -1, 1).toArray();
        List<Candidate> candidates = List.of(
                new Candidate("over", of(rows, row -> truth[row] + error[row])),
                new Candidate("under", of(rows, row -> truth[row] - error[row])),
                new Candidate("far", of(rows, row -> truth[row] + 10)));

        Weights weights = select(candidates, truth);

        assertEquals(0.5, weights.of("over"), 1e-12);
        assertEquals(0.5, weights.of("under"), 1e-12);
        assertEquals(0.0, weights.of("far"), 0.0);
    }

    @Test
    void aCopyOfAMemberAddsNoMember() {
        int rows = 3000;
        double[] truth = new Random(1).doubles(rows).toArray();
        Predictions same = of(rows, row -> truth[row] + 0.1);

        assertEquals(Weights.single("first"),
                select(List.of(new Candidate("first", same), new Candidate("second", same)), truth));
    }

    @Test
    void membersWithLittleWeightAreDroppedWhenThatDoesNoHarm() {
        for (int seed = 0; seed < 5; seed++) {
            Target truth = EnsembleMethodContractTest.truth(Task.BINARY, seed);
            List<Candidate> candidates = EnsembleMethodContractTest.candidates(truth, 20, seed);
            Metric metric = Metrics.byId("log_loss").orElseThrow();
            Weights weights = GreedyEnsemble.bySize().select(candidates, truth, metric, 1, SEED, Deadline.never());
            double kept = metric.compute(truth, weights.blend(candidates), 1);
            List<Weights.Share> heavy = weights.shares().stream().filter(share -> share.weight() >= 0.02).toList();
            double sum = heavy.stream().mapToDouble(Weights.Share::weight).sum();
            Weights trimmed = new Weights(heavy.stream()
                    .map(share -> new Weights.Share(share.id(), share.weight() / sum)).toList());

            assertTrue(heavy.size() == weights.shares().size() || metric.compute(truth, trimmed.blend(candidates), 1) > kept);
        }
    }

    @Test
    void candidatesWithoutAValueAreLeftOut() {
        double[] truth = {1, 2, 3, 4};
        List<Candidate> candidates = List.of(
                new Candidate("broken", of(4, _ -> Double.NaN)),
                new Candidate("whole", of(4, row -> truth[row] + 0.5)));

        assertEquals(Weights.single("whole"), select(candidates, truth));
    }

    @Test
    void manyRowsAreChosenOnASampleAndHoldForAll() {
        int rows = 250_000;
        double[] truth = new Random(1).doubles(rows).toArray();
        List<Candidate> candidates = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            Random noise = new Random(c);
            candidates.add(new Candidate(Integer.toString(c), of(rows, row -> truth[row] + noise.nextGaussian())));
        }
        Target target = Target.regression(truth);

        double blended = RMSE.compute(target, select(candidates, truth).blend(candidates), -1);

        // four independent unit errors leave half a unit
        assertEquals(0.5, blended, 0.01);
    }

    @Property(tries = 50)
    void weightsSumToOneAndNameCandidates(@ForAll @IntRange(min = 2, max = 12) int count,
            @ForAll @IntRange(min = 0, max = 10_000) int seed) {
        Target truth = EnsembleMethodContractTest.truth(Task.MULTICLASS, seed);
        List<Candidate> candidates = EnsembleMethodContractTest.candidates(truth, count, seed);
        Weights weights = GreedyEnsemble.bySize().select(candidates, truth, Metrics.defaultFor(Task.MULTICLASS), -1,
                new Seed(seed), Deadline.never());

        assertEquals(1.0, weights.shares().stream().mapToDouble(Weights.Share::weight).sum(), 1e-9);
        assertTrue(candidates.stream().map(Candidate::id).toList()
                .containsAll(weights.shares().stream().map(Weights.Share::id).toList()));
    }

    @Test
    void sixDigitsDecideATie() {
        assertEquals(0.123457, Mixture.sixDigits(0.12345678), 1e-15);
        assertEquals(-1234570.0, Mixture.sixDigits(-1234567.8), 1e-6);
        assertEquals(0.0, Mixture.sixDigits(0), 0.0);
    }

    private static Weights select(List<Candidate> candidates, double[] truth) {
        return GreedyEnsemble.bySize().select(candidates, Target.regression(truth), RMSE, -1, SEED, Deadline.never());
    }

    private static Predictions of(int rows, IntToDoubleFunction value) {
        return new Predictions(1, IntStream.range(0, rows).mapToDouble(value).toArray());
    }
}
