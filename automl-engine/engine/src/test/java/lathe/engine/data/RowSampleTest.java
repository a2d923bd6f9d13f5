package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import lathe.engine.progress.CancelToken;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSampleTest {

    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    // Cells with quotes, separators and line ends of all kinds, also such that look like whole rows.
    private static String text(String end, int rows) {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("number,text,half" + end);
        List<String> cells = List.of("plain", "\"a, b\"", "\"1\n2,x,\"\"y\"\"\r\n3,4,5\r6\"", "\"\"", "in \"between\"", "\"\"\"\"", "größe");
        for (int row = 0; row < rows; row++) {
            text.append(row).append(',').append(cells.get(random.nextInt(cells.size()))).append(',').append(row / 2.0).append(end);
        }
        return text.toString();
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private static Imported read(Path file, double share, long seed) {
        return new TableImport().read(file, ImportOptions.defaults().withSample(new RowSample(share, seed)));
    }

    private static int[] numbers(Table table) {
        return IntStream.range(0, table.rows()).map(row -> (int) table.numbers("number").value(row)).toArray();
    }

    private static String note(Imported imported) {
        return imported.report().notes().stream().filter(note -> note.code().equals(RowSample.NOTE)).findFirst().orElseThrow().sentence();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void rowsDrawnAreWholeRowsOfTheFile(String end) throws IOException {
        Path file = write("t.csv", text(end, ROWS), StandardCharsets.UTF_8);
        Table all = new TableImport().read(file, ImportOptions.defaults()).table();
        Imported drawn = read(file, 0.3, 7);
        int[] rows = numbers(drawn.table());
        assertEquals(0.3 * ROWS, rows.length, 0.03 * ROWS);
        assertTrue(IntStream.range(1, rows.length).allMatch(i -> rows[i] > rows[i - 1]), "in the order of the file");
        for (int i = 0; i < rows.length; i++) {
            assertEquals(all.strings("text").text(rows[i]), drawn.table().strings("text").text(i));
            assertEquals(rows[i] / 2.0, drawn.table().numbers("half").value(i));
        }
        assertTrue(note(drawn).contains("of about 20,000 rows"), note(drawn));
    }

    @Test
    void theOtherRowsAreThoseThatWereNotDrawn() throws IOException {
        Path file = write("t.csv", text("\n", ROWS), StandardCharsets.UTF_8);
        RowSample sample = new RowSample(0.2, 5);
        int[] drawn = numbers(read(file, 0.2, 5).table());
        int[] others = numbers(new TableImport().read(file, ImportOptions.defaults().withSample(sample.others(1))).table());
        assertArrayEquals(IntStream.range(0, ROWS).toArray(), IntStream.concat(Arrays.stream(drawn), Arrays.stream(others)).sorted().toArray());
        int[] some = numbers(new TableImport().read(file, ImportOptions.defaults().withSample(sample.others(0.25))).table());
        assertEquals(0.2 * ROWS, some.length, 0.04 * ROWS);
        assertTrue(Arrays.stream(some).allMatch(row -> Arrays.binarySearch(others, row) >= 0), "of the others only");
    }

    @Test
    void everyRegionOfTheFileIsDrawnAlike() throws IOException {
        Path file = write("t.csv", text("\n", ROWS), StandardCharsets.UTF_8);
        int[] perTenth = new int[10];
        double sum = 0;
        int seeds = 40;
        for (int seed = 0; seed < seeds; seed++) {
            int[] rows = numbers(read(file, 0.1, seed).table());
            int[] own = new int[10];
            Arrays.stream(rows).forEach(row -> own[row * 10 / ROWS]++);
            assertTrue(Arrays.stream(own).allMatch(count -> count > 0), "seed " + seed + ": " + Arrays.toString(own));
            IntStream.range(0, 10).forEach(i -> perTenth[i] += own[i]);
            sum += rows.length;
        }
        assertEquals(0.1 * ROWS, sum / seeds, 0.005 * ROWS);
        for (int count : perTenth) {
            assertEquals(0.01 * ROWS * seeds, count, 0.002 * ROWS * seeds, Arrays.toString(perTenth));
        }
    }

    @Test
    void equalSeedsDrawEqualRowsAndOthersDoNot() throws IOException {
        Path file = write("t.csv", text("\n", ROWS), StandardCharsets.UTF_8);
        int[] rows = numbers(read(file, 0.05, 1).table());
        assertArrayEquals(rows, numbers(read(file, 0.05, 1).table()));
        assertNotEquals(Arrays.toString(rows), Arrays.toString(numbers(read(file, 0.05, 2).table())));
    }

    @Test
    void rowsOfPackedFilesAreDrawnWhileUnpacking() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text("\n", ROWS).getBytes(StandardCharsets.UTF_8));
        }
        int[] rows = numbers(read(Files.write(folder.resolve("t.csv.gz"), packed.toByteArray()), 0.2, 3).table());
        assertEquals(0.2 * ROWS, rows.length, 0.03 * ROWS);
    }

    @Test
    void latinTextIsDrawnAndWideTextIsReadWhole() throws IOException {
        Path file = write("latin.csv", text("\n", ROWS), StandardCharsets.ISO_8859_1);
        Imported latin = new TableImport().read(file, ImportOptions.defaults().withCharset("windows-1252").withSample(new RowSample(0.2, 3)));
        assertEquals(0.2 * ROWS, latin.table().rows(), 0.03 * ROWS);
        Path wide = write("wide.csv", text("\n", 500), StandardCharsets.UTF_16LE);
        assertEquals(500, read(wide, 0.2, 3).table().rows());
        assertTrue(!new TableImport().draws(wide, ImportOptions.defaults()));
    }

    @Test
    void headerBehindCommentsIsKeptAndBrokenRowsAreNamedByTheirLine() throws IOException {
        String commented = "# made by hand\n\n" + text("\n", ROWS);
        assertEquals(List.of("number", "text", "half"),
                read(write("c.csv", commented, StandardCharsets.UTF_8), 0.01, 3).table().schema().names());
        StringBuilder broken = new StringBuilder("a,b\n");
        IntStream.range(2, 30_000).forEach(line -> broken.append(line).append(line % 100 == 0 ? "\n" : ",x\n"));
        Path file = write("b.csv", broken.toString(), StandardCharsets.UTF_8);
        String said = assertThrows(ProblemException.class, () -> read(file, 0.3, 3)).problem().what();
        assertTrue(said.matches("(?s).*not line \\d+00 \\(1 cells\\).*"), said);
    }

    @Test
    void quoteThatIsNeverClosedIsRefusedWhereverItStands() throws IOException {
        String open = text("\n", ROWS) + "1,\"open,2\n" + "3,x,4\n".repeat(30_000);
        Path file = write("o.csv", open, StandardCharsets.UTF_8);
        for (int seed = 0; seed < 5; seed++) {
            int own = seed;
            assertEquals("quote-open", assertThrows(ProblemException.class, () -> read(file, 0.05, own)).problem().code());
        }
    }

    @Test
    void paceOfTheBeginningTellsAboutTheWhole() throws IOException {
        Path file = write("t.csv", text("\n", 100_000), StandardCharsets.UTF_8);
        double seconds = new TableImport().seconds(file, ImportOptions.defaults(), 0.2, new CancelToken());
        assertTrue(seconds > 0.001 && seconds < 60, "was " + seconds);
    }
}
