package lathe.engine.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.builtin.EnsembleMethods;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every ensemble method promises.
class EnsembleMethodContractTest {

    private static final int ROWS = 150;
    private static final Seed SEED = new Seed(5);

    static Stream<EnsembleMethod> methods() {
        return EnsembleMethods.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void neverWorseThanTheBestSingleOnAnyMetric(EnsembleMethod method) {
        for (Task task : Task.values()) {
            for (Metric metric : Metrics.forTask(task)) {
                for (int seed = 0; seed < 4; seed++) {
                    Target truth = truth(task, seed);
                    List<Candidate> candidates = candidates(truth, 6, seed);
                    int positive = positive(task);
                    Weights weights = method.select(candidates, truth, metric, positive, SEED, Deadline.never());
                    double blended = metric.compute(truth, weights.blend(candidates), positive);

                    for (Candidate candidate : candidates) {
                        double alone = metric.compute(truth, candidate.outOfFold(), positive);
                        assertFalse(metric.better(alone, blended), metric.id() + " seed " + seed);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void equalSeedsGiveEqualWeights(EnsembleMethod method) {
        Target truth = truth(Task.BINARY, 1);
        List<Candidate> candidates = candidates(truth, 8, 1);
        Metric metric = Metrics.defaultFor(Task.BINARY);

        assertEquals(method.select(candidates, truth, metric, 1, SEED, Deadline.never()),
                method.select(candidates, truth, metric, 1, SEED, Deadline.never()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aPassedDeadlineGivesTheBestSingle(EnsembleMethod method) {
        Target truth = truth(Task.REGRESSION, 1);
        List<Candidate> candidates = candidates(truth, 3, 1);
        Metric metric = Metrics.defaultFor(Task.REGRESSION);
        String best = candidates.stream().min((a, b) -> Double.compare(metric.compute(truth, a.outOfFold(), -1),
                metric.compute(truth, b.outOfFold(), -1))).orElseThrow().id();

        assertEquals(Weights.single(best),
                method.select(candidates, truth, metric, -1, SEED, Deadline.in(Duration.ZERO)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void oneCandidateIsTheWholeEnsemble(EnsembleMethod method) {
        Target truth = truth(Task.BINARY, 1);

        assertEquals(Weights.single("0"), method.select(candidates(truth, 1, 1), truth,
                Metrics.defaultFor(Task.BINARY), 1, SEED, Deadline.never()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void candidatesOfOtherRowsAreRefused(EnsembleMethod method) {
        Target truth = truth(Task.REGRESSION, 1);
        List<Candidate> candidates = List.of(new Candidate("short", new Predictions(1, new double[2])));

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> method.select(candidates,
                truth, Metrics.defaultFor(Task.REGRESSION), -1, SEED, Deadline.never()));

        assertEquals("candidate 'short' must predict the 150 rows of the truth, had 2", refused.getMessage());
    }

    static Target truth(Task task, long seed) {
        Random random = new Random(seed);
        return switch (task) {
            case BINARY -> Target.classes(random.ints(ROWS, 0, 2).toArray(), 2);
            case MULTICLASS -> Target.classes(random.ints(ROWS, 0, 3).toArray(), 3);
            case REGRESSION -> Target.regression(random.doubles(ROWS, -3, 3).toArray());
        };
    }

    static int positive(Task task) {
        return task == Task.BINARY ? 1 : -1;
    }

    /// Candidates whose errors grow with their number and are independent of each other.
    static List<Candidate> candidates(Target truth, int count, long seed) {
        List<Candidate> candidates = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            Random random = new Random(seed * 1000 + c);
            double noise = 1 + 0.2 * c;
            candidates.add(new Candidate(Integer.toString(c), truth.task().isClassification()
                    ? probabilities(truth, noise, random)
                    : new Predictions(1, IntStream.range(0, truth.rows())
                            .mapToDouble(row -> truth.value(row) + noise * random.nextGaussian()).toArray())));
        }
        return candidates;
    }

    private static Predictions probabilities(Target truth, double noise, Random random) {
        int width = truth.outputs();
        double[] values = new double[truth.rows() * width];
        for (int row = 0; row < truth.rows(); row++) {
            for (int output = 0; output < width; output++) {
                double signal = output == truth.classIndex(row) ? 1 : 0;
                values[row * width + output] = Math.exp(signal + noise * random.nextGaussian());
            }
            double sum = Arrays.stream(values, row * width, (row + 1) * width).sum();
            for (int output = 0; output < width; output++) {
                values[row * width + output] /= sum;
            }
        }
        return new Predictions(width, values);
    }
}
