package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders and several files as one table, and tables in zip archives.
class ManyFilesTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Imported read(SourceParts parts) {
        return new TableImport().read(folder, ImportOptions.defaults().withParts(parts));
    }

    private static List<String> notes(Imported imported, String code) {
        return imported.report().notes().stream().filter(note -> note.code().equals(code)).map(ImportNote::sentence).toList();
    }

    private static String code(Path file, ImportOptions options) {
        return assertThrows(ProblemException.class, () -> new TableImport().read(file, options)).problem().code();
    }

    @Test
    void aFolderIsOneTableWithColumnsByName() {
        write("a.csv", "x,kind\n1,red\n2,blue\n");
        write("b.csv", "kind;x\ngreen;3\n");

        Imported imported = read(SourceParts.ALL);

        assertEquals(List.of("x", "kind"), imported.table().schema().names());
        assertEquals(3, imported.table().numbers("x").value(2));
        assertEquals("green", imported.table().strings("kind").text(2));
        assertEquals(List.of("2 files were read as one table (a.csv, b.csv)."), notes(imported, "files-read"));
    }

    @Test
    void aColumnThatAFileLacksIsMissingThere() {
        write("a.csv", "x,y\n1,5\n");
        write("b.csv", "x\n2\n");

        Imported imported = read(SourceParts.ALL);

        assertTrue(Double.isNaN(imported.table().numbers("y").value(1)));
        assertEquals(List.of("Column 'y' is missing in 1 of 2 files (b.csv); it has no values there."),
                notes(imported, "columns-missing-in-file"));
    }

    @Test
    void otherTypesInAnotherFileAreTold() {
        write("a.csv", "x,y\n1,5\n2,6\n");
        write("b.csv", "x,y\nlow,5\nhigh,6\n");

        Imported imported = read(SourceParts.ALL);

        assertEquals(FieldType.CATEGORY, imported.table().schema().field("x").type());
        assertEquals(List.of("Column 'x' holds numbers in a.csv, but other texts in b.csv."), notes(imported, "types-differ-between-files"));
    }

    @Test
    void theNameOfTheFileMayBeAColumn() {
        write("2023.csv", "x\n1\n");
        write("2024.csv", "x\n2\n");

        Imported imported = read(new SourceParts(List.of(), "", "year"));

        assertEquals("2024.csv", imported.table().strings("year").text(1));
        assertThrows(ProblemException.class, () -> read(new SourceParts(List.of(), "", "x")));
    }

    @Test
    void patternsAndNamesChooseFiles() {
        write("2023-1.csv", "x\n1\n");
        write("2024-1.csv", "x\n2\n");
        write("deep/2024-2.csv", "x\n3\n");

        assertEquals(1, read(new SourceParts(List.of("2024-*.csv"), "", "")).table().rows());
        assertEquals(3, read(new SourceParts(List.of("deep/*.csv", "2023-1.csv", "2024-?.csv"), "", "")).table().rows());
        assertEquals("file-outside-folder", assertThrows(ProblemException.class,
                () -> read(new SourceParts(List.of("../x.csv"), "", ""))).problem().code());
        assertEquals("folder-empty", assertThrows(ProblemException.class,
                () -> read(new SourceParts(List.of("1999*"), "", ""))).problem().code());
    }

    @Test
    void allFormatsMakeOneTable() throws IOException, SQLException {
        write("a.csv", "x,kind\n1.5,red\n");
        write("b.jsonl", "{\"kind\": \"blue\", \"x\": 2.5}\n");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(folder.resolve("c.xlsx"))) {
            var sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("kind");
            sheet.getRow(0).createCell(1).setCellValue("x");
            sheet.createRow(1).createCell(0).setCellValue("green");
            sheet.getRow(1).createCell(1).setCellValue(3.5);
            workbook.write(out);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 4.5::DOUBLE AS x, 'black' AS kind) TO '%s'".formatted(folder.resolve("d.parquet")));
        }

        Imported imported = read(SourceParts.ALL);

        assertEquals(4, imported.table().rows());
        for (int row = 0; row < 4; row++) {
            assertEquals(row + 1.5, imported.table().numbers("x").value(row));
        }
        assertEquals(List.of("red", "blue", "green", "black"), List.of(imported.table().strings("kind").text(0),
                imported.table().strings("kind").text(1), imported.table().strings("kind").text(2), imported.table().strings("kind").text(3)));
    }

    @Test
    void chunksRunOverTheBordersOfFiles() {
        write("a.csv", "x\n1\n2\n3\n");
        write("b.csv", "x\n4\n5\n");
        Schema signature = read(SourceParts.ALL).table().schema();
        List<Double> values = new ArrayList<>();

        new TableImport().stream(folder, signature, BadCells.ERROR, 2,
                chunk -> {
                    for (int row = 0; row < chunk.rows(); row++) {
                        values.add(chunk.numbers("x").value(row));
                    }
                });

        assertEquals(List.of(1.0, 2.0, 3.0, 4.0, 5.0), values);
    }

    @Test
    void badCellsAndRowsNameTheirFile() {
        write("a.csv", "x,y\n1,1\n");
        write("b.csv", "x,y\n2\n3,4\noops,5\n");

        Imported imported = new TableImport().read(folder,
                ImportOptions.defaults().withBadRows(BadRows.LEFT_OUT).withType("x", FieldType.NUMBER));

        assertEquals("b.csv, line 2", imported.report().rejected().getFirst().place());
        assertEquals("b.csv, line 4", imported.report().badCells().getFirst().place());
    }

    @Test
    void aProjectIsNoFolderOfTables() {
        write("project.yaml", "");

        assertEquals("folder-is-project", code(folder, ImportOptions.defaults()));
    }

    private Path zip(Map<String, byte[]> entries) {
        Path file = folder.resolve("table.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theOnlyTableOfAnArchiveIsRead() {
        Path file = zip(Map.of("data/t.csv", bytes("x,y\n1,2\n3,4\n"), "README.txt", bytes("hello"),
                "__MACOSX/t.csv", bytes("?"), "data/.hidden.csv", bytes("?")));

        Imported imported = new TableImport().read(file, ImportOptions.defaults());

        assertEquals(3, imported.table().numbers("x").value(1));
        assertEquals(List.of("x,y", "1,2", "3,4"), new TableImport().preview(file, ImportOptions.defaults(), 10).lines());
    }

    @Test
    void oneOfSeveralTablesMustBeNamed() {
        Path file = zip(Map.of("a.csv", bytes("x\n1\n"), "b.csv", bytes("x\n2\n")));
        ImportOptions named = ImportOptions.defaults().withParts(new SourceParts(List.of(), "b.csv", ""));

        ProblemException refused = assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults()));
        assertTrue(refused.problem().message().contains("'a.csv', 'b.csv'"), refused.problem().message());
        assertEquals(2, new TableImport().read(file, named).table().numbers("x").value(0));
        assertEquals("archive-entry-unknown", code(file, ImportOptions.defaults().withParts(new SourceParts(List.of(), "c.csv", ""))));
    }

    @Test
    void archivesThatReachOutsideAreRefused() {
        for (String name : List.of("../t.csv", "a/../../t.csv", "/etc/t.csv", "C:\\t.csv", "..\\t.csv")) {
            assertEquals("archive-path", code(zip(Map.of(name, bytes("x\n1\n"))), ImportOptions.defaults()), name);
        }
    }

    @Test
    void archivesThatUnpackToFarTooMuchAreRefused() {
        Path bomb = zip(Map.of("t.csv", bytes("x\n" + "0\n".repeat(35 << 20))));

        assertEquals("packed-too-densely", code(bomb, ImportOptions.defaults()));
        assertEquals(10, new TableImport().preview(bomb, ImportOptions.defaults(), 10).imported().table().rows());
    }

    @Test
    void brokenArchivesAndProblemsInsideAreToldByName() throws IOException {
        Path file = zip(Map.of("t.csv", bytes("x,y\n1\n")));
        ProblemException refused = assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults()));
        assertEquals(file + ", t.csv", refused.problem().where());

        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertEquals("archive-broken", code(file, ImportOptions.defaults()));
        assertEquals("archive-empty", code(zip(Map.of("a.png", bytes("?"), "b.png", bytes("?"))), ImportOptions.defaults()));
    }
}
