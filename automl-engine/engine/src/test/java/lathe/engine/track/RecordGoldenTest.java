package lathe.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lathe.engine.provenance.Seed;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files as format version 1 wrote them. They are never rewritten: later versions must read them.
class RecordGoldenTest {

    @TempDir
    Path folder;

    @Test
    void readsRunsOfFormatOne() throws IOException {
        Path home = Files.createDirectory(folder.resolve("one"));
        Files.write(home.resolve("run.json"), golden("run.json"));
        Files.write(home.resolve("trials.jsonl"), golden("trials.jsonl"));
        RunStore store = new RunStore(folder);

        assertEquals(ExampleRuns.ended("one"), store.run("one"));
        assertEquals(new TrialLog(ExampleRuns.trials(), List.of()), store.trials("one"));
    }

    @Test
    void readsProjectsOfFormatOne() throws IOException {
        Path file = Files.write(folder.resolve("project.yaml"), golden("project.yaml"));

        ProjectSettings settings = new ProjectSettings("Churn", Brief.ofContext("Who will leave next month?\nWe call them."), "../churn.csv",
                "churned", "binary", new SearchSettings("roc_auc", "yes", 60, 0, new Seed(1), 0, 0.2),
                new ReadingChoice("", 0, "", "", "", List.of("n/a")),
                Map.of("customer_id", ColumnChoice.NONE.withRole(Role.ID),
                        "zip", ColumnChoice.NONE.withType(FieldType.CATEGORY).withStep("ordinal")));
        assertEquals(settings, ProjectFile.read(file));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordGoldenTest.class.getResourceAsStream("/golden/1/" + name))) {
            return in.readAllBytes();
        }
    }
}
