package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import lathe.engine.progress.CancelToken;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportPreviewTest {

    @TempDir
    Path folder;

    private Path file(String name, int rows, String head, String row) throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(head);
            for (int i = 0; i < rows; i++) {
                out.write(row.replace("#", Integer.toString(i)));
            }
        }
        return file;
    }

    @Test
    void readsTheHeadOfALongFileTypedWithItsLines() throws IOException {
        Path file = file("long.csv", 400_000, "id;größe\n", "#;3,5\n");
        // Broken far behind the head, so reading to the end would be refused.
        Files.writeString(file, "1;2;3;4\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

        ImportPreview preview = new TableImport().preview(file, ImportOptions.defaults(), 1000);

        assertEquals(1000, preview.imported().table().rows());
        assertFalse(preview.whole());
        assertEquals(FieldType.NUMBER, preview.imported().table().schema().field("größe").type());
        assertEquals(";", preview.imported().report().separator());
        assertEquals(",", preview.imported().report().decimalMark());
        assertEquals(200, preview.lines().size());
        assertEquals(List.of("id;größe", "0;3,5"), preview.lines().subList(0, 2));
        assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults()));
    }

    @Test
    void saysWhenTheHeadIsTheWholeFileAndCutsLongLines() throws IOException {
        Path file = Files.writeString(folder.resolve("s.jsonl"), "{\"a\": 1, \"t\": \"" + "x".repeat(5000) + "\"}\r\n{\"a\": 2}\r\n");

        ImportPreview preview = new TableImport().preview(file, ImportOptions.defaults(), 10);

        assertTrue(preview.whole());
        assertEquals(2, preview.imported().table().rows());
        assertEquals(List.of(2000, 8), preview.lines().stream().map(String::length).toList());
    }

    @Test
    void showsTheLinesOfAFileThatIsNoTable() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "a,a\n1,2\n");

        assertThrows(ProblemException.class, () -> new TableImport().preview(file, ImportOptions.defaults(), 10));
        assertEquals(List.of("a,a", "1,2"), new TableImport().lines(file, ImportOptions.defaults()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"house-prices.xlsx", "telecom-churn.csv", "support-tickets.jsonl"})
    void previewsSamplesLikeTheyAreRead(String name) {
        Path file = sample(name);

        ImportPreview preview = new TableImport().preview(file, ImportOptions.defaults(), 300);

        assertEquals(300, preview.imported().table().rows());
        assertFalse(preview.whole());
        assertEquals(new TableImport().read(file, ImportOptions.defaults()).table().schema().names(),
                preview.imported().table().schema().names());
    }

    private static Path sample(String name) {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("sample-data"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("no folder sample-data above " + Path.of("").toAbsolutePath());
        }
        return here.resolve("sample-data").resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.jsonl"})
    void tellsHowFarItIsAndStopsWhenAsked(String name) throws IOException {
        Path file = name.endsWith("csv") ? file(name, 700_000, "a,b\n", "#,some text to read\n")
                : file(name, 300_000, "", "{\"a\": #, \"b\": \"some text to read\"}\n");
        CancelToken cancel = new CancelToken();
        List<ReadProgress> heard = new ArrayList<>();

        new TableImport().read(file, ImportOptions.defaults(), new CancelToken(), heard::add);
        assertThrows(CancellationException.class, () -> new TableImport().read(file, ImportOptions.defaults(), cancel,
                progress -> cancel.cancel()));

        assertFalse(heard.isEmpty());
        for (int i = 1; i < heard.size(); i++) {
            assertTrue(heard.get(i).share() >= heard.get(i - 1).share(), heard.toString());
        }
        assertTrue(heard.getLast().share() <= 1, heard.toString());
    }

    @Test
    void listsCellsThatCouldNotBeReadWithTheirLines() throws IOException {
        Path file = file("cells.csv", 300, "n,w\n", "x#,1\n");

        ImportReport report = new TableImport().read(file, ImportOptions.defaults().withType("n", FieldType.NUMBER)).report();

        assertEquals(100, report.badCells().size());
        assertEquals(new BadCell("n", "line 2", "x0"), report.badCells().getFirst());
    }
}
