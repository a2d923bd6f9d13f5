package lathe.engine.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
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
        return new SelectionBias(new SingleBest(), AUC, 1, new Seed(2)).of(candidates, chosen, truth, Deadline.never());
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
