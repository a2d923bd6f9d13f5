package lathe.engine.adapter.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import lathe.engine.evaluate.Metric.Direction;
import lathe.engine.evaluate.Score;
import lathe.engine.track.ExampleRuns;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.RunIndex.RunLine;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.engine.track.RunStore;
import lathe.engine.track.RunWriter;
import lathe.engine.track.ScoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2RunIndexTest {

    private static final RunLine FIRST = new RunLine("one", "churned", "binary", RunStatus.FINISHED, ExampleRuns.START,
            ExampleRuns.START.plusSeconds(58), "ensemble", "roc_auc", 0.857, 0.834, 0.879, 5);

    @TempDir
    Path folder;

    private Path file;
    private RunStore store;
    private IndexSeal seal;

    @BeforeEach
    void writeARun() {
        file = folder.resolve("p").resolve("lathe.mv.db");
        store = new RunStore(folder.resolve("p").resolve("runs"));
        seal = IndexSeal.withKeyIn(folder.resolve("home").resolve("index.key"));
        write(ExampleRuns.ended("one"));
    }

    @Test
    void answersFromTheRunFiles() {
        try (H2RunIndex index = open()) {
            assertEquals(List.of(FIRST), index.runs());
            assertEquals(ExampleRuns.trials(), index.trials("one"));
        }
    }

    @Test
    void isRebuiltEqualAfterBeingDeleted() throws IOException {
        open().close();
        Files.delete(file);

        try (H2RunIndex index = open()) {
            assertEquals(List.of(FIRST), index.runs());
            assertEquals(ExampleRuns.trials(), index.trials("one"));
        }
    }

    @Test
    void isRebuiltWhenDamaged() throws IOException {
        open().close();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 3, bytes.length, (byte) 7);
        Files.write(file, bytes);

        try (H2RunIndex index = open()) {
            assertEquals(List.of(FIRST), index.runs());
        }
    }

    @Test
    void keepsAFileItSealedItselfAndNoOther() throws IOException {
        open().close();
        try (H2RunIndex index = open()) {
            index.put("one", ExampleRuns.scored(9, "mark", 0.5));   // in no file, so it shows where answers come from
        }
        try (H2RunIndex index = open()) {
            assertEquals(6, index.trials("one").size());
        }
        Files.delete(folder.resolve("p").resolve("lathe.mv.db.seal"));
        try (H2RunIndex index = open()) {
            assertEquals(5, index.trials("one").size());
        }
    }

    @Test
    void neverOpensADatabaseFromElsewhere() throws SQLException {
        String address = "jdbc:h2:file:" + folder.resolve("p").resolve("lathe").toAbsolutePath();
        try (Connection stranger = DriverManager.getConnection(address, "sa", ""); Statement statement = stranger.createStatement()) {
            statement.execute("CREATE ALIAS trick AS 'int trick() { return 1; }'");
            statement.execute("CREATE TABLE runs (id VARCHAR DEFAULT trick())");
        }

        try (H2RunIndex index = open()) {
            assertEquals(List.of(FIRST), index.runs());
        }
    }

    @Test
    void learnsOfRunsAddedChangedAndDeletedOutside() throws IOException {
        write(ExampleRuns.begun("two"));
        open().close();
        write(ExampleRuns.ended("three"));
        Files.writeString(store.home("two").resolve("run.json"),
                Files.readString(store.home("two").resolve("run.json")).replace("\"running\"", "\"interrupted\""));
        delete("one");

        try (H2RunIndex index = open()) {
            assertEquals(List.of("two:INTERRUPTED", "three:FINISHED"),
                    index.runs().stream().map(run -> run.id() + ":" + run.status()).toList());
        }
    }

    @Test
    void leavesOutWhatIsNotUnderstoodAndTellsIt() throws IOException {
        write(ExampleRuns.ended("two"));
        Files.writeString(store.home("two").resolve("run.json"), "{");

        try (H2RunIndex index = open()) {
            assertEquals(List.of(FIRST), index.runs());
            assertTrue(index.rebuild(store).getFirst().where().contains("two"));
        }
    }

    @Test
    void findsTheBestRunsOfAQuestion() {
        write(scored("two", 0.9));
        write(scored("three", 0.8));

        try (H2RunIndex index = open()) {
            assertEquals(List.of("two", "one"), index.bestRuns("churned", "roc_auc", Direction.HIGHER_IS_BETTER, 2)
                    .stream().map(RunLine::id).toList());
            assertEquals(List.of("three", "one", "two"), index.bestRuns("churned", "roc_auc", Direction.LOWER_IS_BETTER, 9)
                    .stream().map(RunLine::id).toList());
            assertEquals(List.of(), index.bestRuns("churned' OR '1'='1", "roc_auc", Direction.LOWER_IS_BETTER, 9));
        }
    }

    @Test
    void replacesARunThatIsPutAgain() {
        try (H2RunIndex index = open()) {
            index.put(ExampleRuns.begun("two"));
            index.put("two", ExampleRuns.trials().getFirst());
            index.put("two", ExampleRuns.trials().getFirst());
            index.put(ExampleRuns.ended("two"));

            assertEquals(List.of(ExampleRuns.trials().getFirst()), index.trials("two"));
            assertEquals(2, index.runs().size());
        }
    }

    @Test
    void worksInAFolderWhoseNameLooksLikeDatabaseSettings() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("p;INIT=RUNSCRIPT FROM 'x'"));

        try (H2RunIndex index = H2RunIndex.open(odd.resolve("lathe.mv.db"), store, seal)) {
            assertEquals(List.of(FIRST), index.runs());
        }
    }

    private H2RunIndex open() {
        return H2RunIndex.open(file, store, seal);
    }

    private RunRecord scored(String id, double value) {
        RunRecord run = ExampleRuns.ended(id);
        Score score = new Score("roc_auc", value, value, value, 0.95, 10);
        return run.end(RunStatus.FINISHED, run.ended(), run.best(), run.ensemble(),
                List.of(new ReportedScore(ScoreKind.HOLDOUT, score)), run.model());
    }

    private void write(RunRecord run) {
        try (RunWriter writer = store.start(run)) {
            ExampleRuns.trials().forEach(writer::append);
        }
    }

    private void delete(String id) throws IOException {
        for (String name : List.of("run.json", "trials.jsonl")) {
            Files.delete(store.home(id).resolve(name));
        }
        Files.delete(store.home(id));
    }
}
