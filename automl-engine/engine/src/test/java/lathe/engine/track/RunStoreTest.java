package lathe.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

    @TempDir
    Path folder;

    private RunStore store;

    @BeforeEach
    void openStore() {
        store = new RunStore(folder.resolve("runs"));
    }

    @Test
    void hasATrialOnDiskAsSoonAsItIsAppended() {
        RunWriter writer = store.start(ExampleRuns.begun("one"));

        writer.append(ExampleRuns.trials().getFirst());

        assertEquals(List.of(ExampleRuns.trials().getFirst()), store.trials("one").trials());
        assertEquals(ExampleRuns.begun("one"), store.run("one"));
        writer.close();
    }

    @Test
    void readsBackWhatAFinishedRunWrote() {
        writeWhole("one");

        assertEquals(ExampleRuns.ended("one"), store.run("one"));
        assertEquals(new TrialLog(ExampleRuns.trials(), List.of()), store.trials("one"));
        assertEquals(List.of("one"), store.ids());
    }

    @Test
    void keepsWhatQuickAnswersCostAndReadsRunsThatDoNotSay() throws IOException {
        String said = "Quick to answer: 3 microseconds a row. On rows kept apart its rmse is 0.02 worse.";
        try (RunWriter writer = store.start(ExampleRuns.begun("one"))) {
            writer.update(ExampleRuns.ended("one").withSpeed(said));
        }
        assertEquals(said, store.run("one").speed());

        Path file = store.home("one").resolve("run.json");
        String earlier = Files.readString(file).replaceFirst(",\\s*\"speed\" : \"[^\"]*\"", "");
        Files.writeString(file, earlier);
        assertEquals(ExampleRuns.ended("one"), store.run("one"));
        assertTrue(!earlier.contains("speed"), earlier);
    }

    @Test
    void leavesNoTemporaryFileBehind() throws IOException {
        writeWhole("one");

        try (Stream<Path> files = Files.list(store.home("one"))) {
            assertEquals(List.of("run.json", "trials.jsonl"), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void toleratesALastLineCutOffAndTellsIt() throws IOException {
        writeWhole("one");
        Path file = store.home("one").resolve("trials.jsonl");
        byte[] whole = Files.readAllBytes(file);
        int lastLine = new String(whole, StandardCharsets.UTF_8).stripTrailing().lastIndexOf('\n') + 1;

        for (int cut = lastLine + 1; cut < whole.length - 2; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            TrialLog log = store.trials("one");
            assertEquals(ExampleRuns.trials().subList(0, 4), log.trials());
            assertEquals("trials-cut-off", log.problems().getFirst().code());
            assertTrue(log.problems().getFirst().where().endsWith("trials.jsonl, line 5"));
        }
    }

    @Test
    void refusesABrokenLineInTheMiddleAndNamesIt() throws IOException {
        writeWhole("one");
        Path file = store.home("one").resolve("trials.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(1, lines.get(1).substring(0, 20));
        Files.write(file, lines);

        ProblemException refused = assertThrows(ProblemException.class, () -> store.trials("one"));

        assertTrue(refused.problem().where().endsWith("line 2"), refused.getMessage());
    }

    @Test
    void refusesAnUnknownKeyAndNamesIt() throws IOException {
        writeWhole("one");
        Path file = store.home("one").resolve("run.json");
        Files.writeString(file, Files.readString(file).replace("\"rows\" : 7000", "\"rows\" : 7000, \"rowz\" : 1"));

        ProblemException refused = assertThrows(ProblemException.class, () -> store.run("one"));

        assertTrue(refused.getMessage().contains("'rowz'"), refused.getMessage());
    }

    @Test
    void refusesALaterFormatVersion() throws IOException {
        writeWhole("one");
        Path file = store.home("one").resolve("run.json");
        Files.writeString(file, Files.readString(file).replace("\"format\" : 1", "\"format\" : 2"));

        ProblemException refused = assertThrows(ProblemException.class, () -> store.run("one"));

        assertEquals("format-unknown", refused.problem().code());
    }

    @Test
    void refusesASecondRunOfTheSameId() {
        writeWhole("one");

        assertThrows(ProblemException.class, () -> store.start(ExampleRuns.begun("one")));
    }

    @Test
    void refusesIdsThatLeadOutOfItsFolder() {
        assertThrows(IllegalArgumentException.class, () -> store.run("../one"));
        assertThrows(IllegalArgumentException.class, () -> ExampleRuns.spec("a/b"));
    }

    @Test
    void givesAnotherIdWhenTheMomentIsTaken() {
        assertEquals("20261121-140501", store.freshId(ExampleRuns.START));
        writeWhole("20261121-140501");

        assertEquals("20261121-140501-2", store.freshId(ExampleRuns.START));
    }

    @Test
    void marksRunsOfADeadProcessAsInterruptedWithTheirTrialsKept() throws IOException {
        try (RunWriter writer = store.start(ExampleRuns.begun("one"))) {
            writer.append(ExampleRuns.trials().get(0));
            writer.append(ExampleRuns.trials().get(1));
        }
        Files.writeString(store.home("one").resolve("trials.jsonl"), "{\"format\":1,\"tri", StandardOpenOption.APPEND);
        writeWhole("two");

        List<RunRecord> marked = store.recover(run -> "");

        assertEquals(List.of("one"), marked.stream().map(run -> run.spec().id()).toList());
        assertEquals(RunStatus.INTERRUPTED, store.run("one").status());
        assertEquals(ExampleRuns.trials().get(1).ended(), store.run("one").ended());
        assertEquals(2, store.trials("one").trials().size());
        assertEquals(RunStatus.FINISHED, store.run("two").status());
    }

    private void writeWhole(String id) {
        try (RunWriter writer = store.start(ExampleRuns.begun(id))) {
            ExampleRuns.trials().forEach(writer::append);
            writer.update(ExampleRuns.ended(id));
        }
    }

    @Test
    void keepsTheLatestMeasureOfEachTrial() {
        RunStore store = new RunStore(folder);
        TrialMeasure first = new TrialMeasure(1, 0.8, 0.9, false, Map.of("accuracy", 0.75));
        TrialMeasure ensemble = new TrialMeasure(0, 0.82, Double.NaN, false, Map.of());
        try (RunWriter writer = store.start(ExampleRuns.begun("measured"))) {
            writer.append(first);
            writer.append(ensemble);
            writer.append(first.withTied(true));
        }

        assertEquals(Map.of(0, ensemble, 1, first.withTied(true)), store.measures("measured"));
        assertEquals(Map.of(), store.measures("none"));
    }
}
