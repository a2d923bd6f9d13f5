package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.engine.data.Imported;
import lathe.engine.data.TableImport;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsReadTest {

    @TempDir
    private Path folder;

    private Path table(int rows) throws IOException {
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int row = 0; row < rows; row++) {
            text.append(row).append(",level ").append(row % 97).append(',').append(row % 2).append('\n');
        }
        return Files.writeString(folder.resolve("t" + rows + ".csv"), text);
    }

    private static ProjectSettings within(double seconds, int trials) {
        ProjectSettings settings = ProjectSettings.EMPTY.withTarget("y");
        return settings.withSearch(settings.search().withBudgetSeconds(seconds).withTrialLimit(trials));
    }

    @Test
    void smallBudgetReadsASampleAndSaysSo() throws IOException {
        Path file = table(300_000);
        ProjectSettings decided = RowsRead.decided(file, within(0.3, 0), new CancelToken());
        double share = decided.reading().sample();
        assertTrue(share > 0 && share < 0.9, "was " + share);
        Imported drawn = new TableImport().read(file, RowsRead.options(decided));
        assertEquals(share * 300_000, drawn.table().rows(), 0.2 * share * 300_000 + 2_000);
        assertTrue(RowsRead.sentence(decided, drawn).orElseThrow().startsWith("A random sample was read"));
        Table again = new TableImport().read(file, RowsRead.options(decided)).table();
        assertEquals(again.rows(), drawn.table().rows());
    }

    @Test
    void longBudgetsSmallFilesAndRunsOfTrialsReadAll() throws IOException {
        Path file = table(300_000);
        assertEquals(1, RowsRead.decided(file, within(600, 0), new CancelToken()).reading().sample());
        assertEquals(1, RowsRead.decided(file, within(0.3, 5), new CancelToken()).reading().sample());
        assertEquals(1, RowsRead.decided(table(100), within(1, 0), new CancelToken()).reading().sample());
    }

    @Test
    void shareAskedForIsKeptWhateverTheBudget() throws IOException {
        ProjectSettings asked = within(600, 5);
        asked = asked.withReading(asked.reading().withSample(0.25));
        assertEquals(0.25, RowsRead.decided(table(100), asked, new CancelToken()).reading().sample());
    }

    @Test
    void shareLeavesTimeForTheRowsNotDrawn() {
        assertEquals(1, RowsRead.share(5, 6, 0.06, 0.01));
        assertEquals(0.46, RowsRead.share(10, 5, 0.06, 0.01), "10 s x (0.46 + 0.54 x 0.06) are just within 5 s");
        assertEquals(0.01, RowsRead.share(1e6, 1, 0.06, 0.01));
        assertEquals(1, RowsRead.share(1e6, 1, 0.06, 3), "a file that is small anyway");
    }
}
