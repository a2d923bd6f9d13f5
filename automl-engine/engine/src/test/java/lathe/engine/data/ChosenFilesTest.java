package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenFilesTest {

    @TempDir
    Path folder;

    @Test
    void namesFilesBelowTheFolderTheyShare() throws IOException {
        Path below = Files.createDirectories(folder.resolve("new"));

        ChosenFiles chosen = ChosenFiles.of(List.of(folder.resolve("b.csv"), below.resolve("a.csv")));

        assertEquals(new ChosenFiles(folder, List.of("b.csv", "new/a.csv")), chosen);
        assertEquals(List.of("b.csv", "new/a.csv"), chosen.options().parts().files());
    }

    @Test
    void takesOneFileOrFolderAsItIs() {
        assertEquals(new ChosenFiles(folder, List.of()), ChosenFiles.of(List.of(folder)));
        assertEquals(new ChosenFiles(folder.resolve("a.csv"), List.of()), ChosenFiles.of(List.of(folder.resolve("a.csv"))));
    }

    @Test
    void refusesAFolderAmongFiles() {
        ProblemException refused = assertThrows(ProblemException.class, () -> ChosenFiles.of(List.of(folder, folder.resolve("a.csv"))));

        assertEquals("folder-among-files", refused.problem().code());
    }

    @Test
    void listsTheTablesOfAnArchiveAndOfAFolder() throws IOException {
        Path zip = folder.resolve("both.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("a.csv", "in/b.csv", "README.txt")) {
                out.putNextEntry(new ZipEntry(name));
                out.write("x,y\n1,2\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("one.csv"), "x,y\n1,2\n");
        Files.writeString(files.resolve("notes.pdf"), "no table");
        TableImport tables = new TableImport();

        assertEquals(new SourceTables(SourceTables.Kind.ENTRIES, List.of("a.csv", "in/b.csv")), tables.tables(zip, ImportOptions.defaults()));
        assertEquals(new SourceTables(SourceTables.Kind.FILES, List.of("one.csv")), tables.tables(files, ImportOptions.defaults()));
        assertEquals(SourceTables.ONE, tables.tables(files.resolve("one.csv"), ImportOptions.defaults()));
    }
}
