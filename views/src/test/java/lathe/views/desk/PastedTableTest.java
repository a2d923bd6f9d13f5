package lathe.views.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTableTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);

    @TempDir
    Path folder;

    @Test
    void cellsOfASpreadsheetBecomeAFileThatReads() {
        Path file = PastedTable.keep("größe\tname\r\n1.5\t\"two\nlines\"\r\n2.5\tb\r\n", folder.resolve("projects"), DAY);

        assertEquals(folder.resolve("projects").resolve("pasted-2024-01-31.tsv"), file);
        assertEquals(2.5, new TableImport().read(file, ImportOptions.defaults()).table().numbers("größe").value(1));
    }

    @Test
    void anEarlierPasteIsNotOverwritten() throws IOException {
        Path first = PastedTable.keep("a,b\n1,2\n", folder, DAY);
        Path second = PastedTable.keep("a,b\n3,4\n", folder, DAY);

        assertEquals(folder.resolve("pasted-2024-01-31-2.csv"), second);
        assertEquals("a,b\n1,2\n", Files.readString(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n \n", "only one line"})
    void whatIsNoTableIsRefusedAndLeavesNothing(String text) {
        assertThrows(ProblemException.class, () -> PastedTable.keep(text, folder.resolve("none"), DAY));
        assertFalse(Files.exists(folder.resolve("none")));
    }
}
