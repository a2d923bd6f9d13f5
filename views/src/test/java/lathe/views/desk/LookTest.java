package lathe.views.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LookTest {

    @TempDir
    Path folder;

    @Test
    void readsTheHeadOfAFileOnceWhetherBegunOrNot() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3,4\n");
        for (Look look : List.of(Look.begun(file), Look.at(List.of(file)))) {
            DataFile seen = look.data();

            assertEquals(2, seen.head().orElseThrow().imported().table().rows());
            assertSame(seen, look.data());
        }
    }

    @Test
    void saysWhatIsWrongWithAFileToWhoeverAsks() throws Exception {
        Path file = Files.writeString(folder.resolve("empty.csv"), "x,y\n");
        for (Look look : List.of(Look.begun(file), Look.at(List.of(file)))) {
            assertEquals("no-rows", assertThrows(ProblemException.class, look::data).problem().code());
        }
    }

    @Test
    void leavesDatabasesToWhoeverCanAskForAPassword() {
        assertTrue(DataFile.isDatabase(Path.of("sales.DuckDB")));
        assertTrue(DataFile.isDatabase(Path.of("connection.yaml")));
        assertFalse(DataFile.isDatabase(Path.of("sales.csv")));
        assertFalse(DataFile.isDatabase(Path.of("/")));
    }
}
