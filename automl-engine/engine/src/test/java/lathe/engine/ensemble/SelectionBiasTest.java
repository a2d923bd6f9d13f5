package lathe.engine.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.RowGroups;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Predictions;
import org.junit.jupiter.api.Test;

class SelectionBiasTest {

    private static final Metric AUC = Metrics.byId("roc_auc").orElseThrow();
    private static final int ROWS = 200;

    private static Target truth(Random random) {
        int[] classes = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            classes[row] = row % 2 == 0 || random.nextInt(8) == 0 ? 1 : 0;
        }
        return Target.classes(classes, 2);
    }

    /// Answers that know the truth by `signal` and otherwise guess.
    private static Candidate candidate(int id, Target truth, double signal, Random random) {
        double[] values = new double[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            double z = signal * (2 * truth.classIndex(row) - 1) + random.nextGaussian();
            values[2 * row + 1] = 1 / (1 + Math.exp(-z));
            values[2 * row] = 1 - values[2 * row + 1];
        }
        return new Candidate("c" + id, new Predictions(2, values));
    }

    private static double told(List<Candidate> candidates, Weights chosen, Target truth) {
        return told(new SingleBest(), AUC, candidates, chosen, truth, RowGroups.each(truth.rows()));
    }

    private static double told(EnsembleMethod method, Metric metric, List<Candidate> candidates, Weights chosen, Target truth, long[] groups) {
        return new SelectionBias(method, metric, 1, new Seed(2)).of(candidates, chosen, truth, groups, Deadline.never());
    }

    @Test
    void tellsAboutHowMuchTheBestOfManyGuessersFlatters() {
        double told = 0;
        double real = 0;
        for (int repeat = 0; repeat < 12; repeat++) {
            Random random = new Random(repeat);
            Target truth = truth(random);
            List<Candidate> guessers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                guessers.add(candidate(i, truth, 0, random));
            }
            Weights chosen = new SingleBest().select(guessers, truth, AUC, 1, new Seed(1), Deadline.never());
            real += (AUC.compute(truth, chosen.blend(guessers), 1) - 0.5) / 12;   // a guesser is worth one half on new rows
            told += told(guessers, chosen, truth) / 12;
        }
        assertTrue(real > 0.04, "the best of twelve flatters by " + real);
        assertTrue(told > 0.5 * real && told < 2 * real, "told %.4f, real %.4f".formatted(told, real));
    }

    // Log loss has no upper end: by a single row that a sure answer gets wrong, a choice made without that row can look ruinous.
    @Test
    void isOfTheSizeOfTheScoreWhereOneRowIsDoubtful() {
        Random random = new Random(4);
        Target truth = truth(random);
        List<Candidate> surer = new ArrayList<>();
        for (int sureness = 1; sureness <= 6; sureness++) {
            double[] values = new double[2 * ROWS];
            for (int row = 0; row < ROWS; row++) {
                double z = (row == 0 ? -1 : 1) * 2.0 * sureness * (2 * truth.classIndex(row) - 1);
                values[2 * row + 1] = 1 / (1 + Math.exp(-z));
                values[2 * row] = 1 - values[2 * row + 1];
            }
            surer.add(new Candidate("sure" + sureness, new Predictions(2, values)));
        }
        Metric logLoss = Metrics.byId("log_loss").orElseThrow();
        GreedyEnsemble greedy = GreedyEnsemble.bySize();
        Weights chosen = greedy.select(surer, truth, logLoss, 1, new Seed(1), Deadline.never());
        double value = logLoss.compute(truth, chosen.blend(surer), 1);

        double told = told(greedy, logLoss, surer, chosen, truth, RowGroups.each(ROWS));

        assertTrue(told > 0 && told < 1.5 * value, "told %.4f of %.4f".formatted(told, value));
    }

    @Test
    void rowsThatBelongTogetherDoNotVouchForEachOther() {
        double apart = 0;
        double together = 0;
        for (int repeat = 0; repeat < 12; repeat++) {
            Random random = new Random(repeat);
            Target few = truth(random);
            int[] fourTimes = IntStream.range(0, 4 * ROWS).map(row -> row % ROWS).toArray();
            Target truth = few.select(fourTimes);
            List<Candidate> guessers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Candidate guesser = candidate(i, few, 0, random);
                guessers.add(new Candidate(guesser.id(), guesser.outOfFold().select(fourTimes)));
            }
            SingleBest best = new SingleBest();
            Weights chosen = best.select(guessers, truth, AUC, 1, new Seed(1), Deadline.never());
            apart += told(best, AUC, guessers, chosen, truth, RowGroups.each(4 * ROWS)) / 12;
            together += told(best, AUC, guessers, chosen, truth, IntStream.of(fourTimes).asLongStream().toArray()) / 12;
        }
        assertTrue(together > 0.02 && together > 1.5 * apart, "each alone %.4f, together %.4f".formatted(apart, together));
    }

    @Test
    void isNothingWhereOneCandidateIsFarAhead() {
        Random random = new Random(3);
        Target truth = truth(random);
        List<Candidate> candidates = List.of(candidate(0, truth, 2.5, random), candidate(1, truth, 0.1, random),
                candidate(2, truth, 0, random));

        assertEquals(0, told(candidates, Weights.single("c0"), truth), 1e-12);
    }

    @Test
    void isNotToldOfASingleCandidate() {
        Random random = new Random(3);
        Target truth = truth(random);

        assertEquals(0, told(List.of(candidate(0, truth, 1, random)), Weights.single("c0"), truth));
    }
}
