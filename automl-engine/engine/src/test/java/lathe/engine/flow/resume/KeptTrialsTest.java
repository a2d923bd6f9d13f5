package lathe.engine.flow.resume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.ExampleRuns;
import lathe.engine.track.RunStore;
import lathe.engine.track.RunWriter;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTrialsTest {

    private static final Metric AUC = Metrics.byId("roc_auc").orElseThrow();
    private static final int ROWS = 6;
    private static final int FOLDS = 2;
    private static final Instant START = Instant.parse("2026-11-21T14:05:01.250Z");

    @TempDir
    Path folder;

    private RunStore runs;
    private Path work;
    private KeptPlan plan;

    @BeforeEach
    void beginRun() throws IOException {
        runs = new RunStore(folder.resolve("runs"));
        begin("one");
        work = Files.createDirectories(folder.resolve("work"));
        plan = KeptPlan.of("0.1.0", FOLDS, new FoldPlan(new int[] {0, 1, 0, 1, 0, 1}, FOLDS), 2,
                new ColumnMarks(ROWS, Map.of("x", "NUMBER 0000abcd")));
    }

    private void begin(String id) {
        try (RunWriter writer = runs.start(ExampleRuns.begun(id))) {
            assertEquals(runs.home(id), writer.home());
        }
    }

    private KeptFolder kept() {
        return KeptFolder.of(runs, "one");
    }

    private TrialEnd end(int number, TrialOutcome outcome) {
        Trial trial = new Trial(number, "boosting", new Hyperparameters(Map.of("trees", 200, "split", "gini")),
                new Recipe(Preparation.TREES, Map.of("x", "log"), Set.of("arithmetic")), new Seed(Long.MIN_VALUE + number));
        return new TrialEnd(trial, START, START.plusMillis(1234), outcome);
    }

    private TrialEnd scored(int number, double value) throws IOException {
        List<Path> members = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            members.add(Files.write(work.resolve(number + "-" + fold), new byte[] {(byte) number, (byte) fold, 3, 4}));
        }
        double[] values = new double[ROWS * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = number / (1.0 + i);
        }
        return end(number, new TrialOutcome.Scored(value, List.of(value, Double.NaN), 1.5, new Predictions(2, values), members,
                Double.NaN, 7));
    }

    private void keep(long most, TrialEnd... ends) {
        try (KeptTrials keeping = new KeptTrials(runs.home("one"), AUC, most)) {
            keeping.begin(plan);
            for (TrialEnd end : ends) {
                keeping.keep(end, end.trial().number() * 2.5);
            }
        }
    }

    private List<KeptTrial> read() throws IOException {
        return kept().trials(plan, Files.createDirectories(folder.resolve("into")));
    }

    private static TrialOutcome.Scored scored(KeptTrial trial) {
        if (trial.end().outcome() instanceof TrialOutcome.Scored scored) {
            return scored;
        }
        throw new AssertionError(trial.end().outcome());
    }

    @Test
    void givesBackWhatWasKept() throws IOException {
        TrialEnd first = scored(1, 0.8);
        TrialEnd dropped = end(2, new TrialOutcome.Dropped("behind", List.of(0.7, Double.NaN), 0.5));
        TrialEnd failed = end(3, new TrialOutcome.Failed(Problem.of("trial-failed", "It broke.", "Do nothing."), 0.25));
        keep(1000, first, dropped, failed);

        List<KeptTrial> read = read();

        assertEquals(List.of(first.trial(), dropped.trial(), failed.trial()), read.stream().map(each -> each.end().trial()).toList());
        assertEquals(List.of(2.5, 5.0, 7.5), read.stream().map(KeptTrial::at).toList());
        assertEquals(dropped, read.get(1).end());
        assertEquals(failed, read.get(2).end());
        TrialOutcome.Scored scored = scored(read.getFirst());
        assertEquals(List.of(0.8, Double.NaN), scored.foldValues());
        assertTrue(Double.isNaN(scored.predictMicros()));
        assertArrayEquals(((TrialOutcome.Scored) first.outcome()).outOfFold().values(), scored.outOfFold().values());
        assertArrayEquals(new byte[] {1, 1, 3, 4}, Files.readAllBytes(scored.members().get(1)));
        assertEquals(plan, kept().plan().orElseThrow());
    }

    @Test
    void leavesOutWhatWasNotTried() throws IOException {
        keep(1000, end(1, new TrialOutcome.Skipped("no time", "")), end(2, new TrialOutcome.Cancelled()));

        assertEquals(List.of(), read());
    }

    @Test
    void keepsOfTheWorstTrialsOnlyTheScore() throws IOException {
        long one = ROWS * 2 * 8 + FOLDS * 4;
        keep(2 * one, scored(1, 0.8), scored(2, 0.6), scored(3, 0.7), scored(4, 0.9));

        List<KeptTrial> read = read();

        assertEquals(List.of(true, false, false, true), read.stream().map(KeptTrial::isUsable).toList());
        assertEquals(List.of(0.8, 0.6, 0.7, 0.9), read.stream().map(each -> scored(each).value()).toList());
        try (Stream<Path> files = Files.list(runs.home("one").resolve("resume"))) {
            assertEquals(1 + 4 + 2 * 3, files.count());
        }
    }

    @Test
    void keepsTheBestTrialHoweverLargeItIs() throws IOException {
        keep(1, scored(1, 0.8), scored(2, 0.6));

        assertEquals(List.of(true, false), read().stream().map(KeptTrial::isUsable).toList());
    }

    @Test
    void knowsATrialWithDamagedOrMissingFilesByItsScore() throws IOException {
        keep(1000, scored(1, 0.8), scored(2, 0.6), scored(3, 0.7), scored(4, 0.9));
        Path home = runs.home("one").resolve("resume");
        Files.delete(home.resolve("trial-1-fold-1.member"));
        Files.write(home.resolve("trial-2-fold-0.member"), new byte[] {9, 9, 9, 9});
        Files.write(home.resolve("trial-3.predictions"), new byte[8]);

        assertEquals(List.of(false, false, false, true), read().stream().map(KeptTrial::isUsable).toList());
    }

    @Test
    void triesATrialAgainWhoseOwnFileIsDamaged() throws IOException {
        keep(1000, scored(1, 0.8), scored(2, 0.6));
        Path home = runs.home("one").resolve("resume");
        byte[] whole = Files.readAllBytes(home.resolve("trial-1.json"));

        for (int length = 0; length < whole.length; length += 7) {
            Files.write(home.resolve("trial-1.json"), Arrays.copyOf(whole, length));
            assertEquals(List.of(2), read().stream().map(each -> each.end().trial().number()).toList());
        }
        Files.copy(home.resolve("trial-2.json"), home.resolve("trial-7.json"));
        assertEquals(1, read().size(), "a file that names another trial is no file of its own");
    }

    @Test
    void takesNoPredictionsOfAnotherNumberOfRows() throws IOException {
        keep(1000, scored(1, 0.8));
        KeptPlan larger = new KeptPlan("0.1.0", FOLDS, Integer.MAX_VALUE, 2, FOLDS, 0, plan.columns());

        assertFalse(kept().trials(larger, folder).getFirst().isUsable());
    }

    @Test
    void cannotBeContinuedOnceTheFolderIsGone() throws IOException {
        keep(1000, scored(1, 0.8));
        assertTrue(kept().isThere());
        assertEquals("one", KeptFolder.newest(runs).orElseThrow());

        Files.delete(runs.home("one").resolve("resume/plan.json"));

        assertFalse(kept().isThere());
        assertTrue(kept().plan().isEmpty());
        assertTrue(KeptFolder.newest(runs).isEmpty());
    }

    @Test
    void deletesTheFoldersOfAllButTheNewestRuns() throws IOException {
        keep(1000, scored(1, 0.8));
        for (String id : List.of("three", "two", "zero")) {
            begin(id);
            try (KeptTrials keeping = new KeptTrials(runs.home(id), AUC)) {
                keeping.begin(plan);
            }
        }

        KeptFolder.deleteOld(runs);

        assertFalse(kept().isThere());
        assertTrue(KeptFolder.of(runs, "three").isThere());
        assertTrue(runs.has("one"));
    }

    @Test
    void namesWhatDiffersInATable() {
        ColumnMarks before = new ColumnMarks(6, Map.of("x", "NUMBER 1", "y", "TEXT 2"));

        assertEquals("", before.differences(before));
        assertEquals("it has other values in 'y'", before.differences(new ColumnMarks(6, Map.of("x", "NUMBER 1", "y", "TEXT 3"))));
        assertEquals("it had 6 rows and has 5, it no longer has 'y', it now has 'z'",
                before.differences(new ColumnMarks(5, Map.of("x", "NUMBER 9", "z", "TEXT 3"))));
    }
}
