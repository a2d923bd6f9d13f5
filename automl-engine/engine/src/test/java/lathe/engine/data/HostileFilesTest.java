package lathe.engine.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lathe.scoring.ProblemException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files made to do harm, or damaged where checksums do not notice: each gives a table or one problem, and soon. How many are drawn
/// is set with `-Dlathe.fuzz=5000`.
class HostileFilesTest {

    private static final int DRAWN = Integer.getInteger("lathe.fuzz", 60);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> NASTY = List.of("\"", "\n", "\r", "\u0000", "=cmd|'/c calc'!A1", "{", "[[[[[[[[", "]]", "<!DOCTYPE x>", "&a;",
            "-1", "1e999", "99999999999999999999", "\uD83D", "\uFEFF", "'", ";", ",,,,,,,,", "\\u0000", "NaN", "<v/>", "r=\"A0\"", "r=\"XFD1048577\"");

    @TempDir
    private static Path folder;

    private static byte[] workbook;

    @BeforeAll
    static void writeAWorkbook() throws IOException {
        try (XSSFWorkbook made = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = made.createSheet("t");
            for (int i = 0; i < 40; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue(i == 0 ? "name" : "n" + i % 5);
                if (i == 0) {
                    row.createCell(1).setCellValue("value");
                } else {
                    row.createCell(1).setCellValue(i / 4.0);
                }
            }
            made.write(out);
            workbook = out.toByteArray();
        }
    }

    /// The code of the problem; `read` if there was none.
    private static String reading(Path file) {
        return assertTimeoutPreemptively(SOON, () -> {
            try {
                assertTrue(new TableImport().read(file, ImportOptions.defaults()).table().rows() > 0);
                return "read";
            } catch (ProblemException refused) {
                assertTrue(refused.problem().message().length() > 20, refused.problem().message());
                assertFalse(refused.problem().remedy().isBlank(), refused.problem().message());
                return refused.problem().code();
            }
        });
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static Path zipped(String name, Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    /// Bytes cut out, doubled, changed, and pieces put in that mean something to some reader.
    private static byte[] damaged(byte[] sound, Random random) throws IOException {
        byte[] bytes = sound;
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(60));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, at);
            switch (random.nextInt(4)) {
                case 0 -> out.write(NASTY.get(random.nextInt(NASTY.size())).getBytes(UTF_8));
                case 1 -> out.write(random.nextInt(256));
                case 2 -> out.write(Arrays.copyOfRange(bytes, at, to));
                default -> at = to;
            }
            out.write(bytes, at, bytes.length - at);
            bytes = out.size() == 0 ? sound : out.toByteArray();
        }
        return bytes;
    }

    @Test
    void workbooksDamagedBehindTheirChecksumsGiveTablesOrProblems() throws IOException {
        Random random = new Random(5);
        Map<String, byte[]> sound = entries(workbook);
        List<String> names = List.copyOf(sound.keySet());
        List<String> ends = new ArrayList<>();
        for (int attempt = 0; attempt < DRAWN; attempt++) {
            Map<String, byte[]> entries = new LinkedHashMap<>(sound);
            String name = random.nextBoolean() ? "xl/worksheets/sheet1.xml" : names.get(random.nextInt(names.size()));
            entries.put(name, damaged(sound.get(name), random));
            ends.add(reading(zipped("damaged.xlsx", entries)));
        }
        assertTrue(ends.contains("read") && ends.contains("workbook-broken"), ends.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "json", "tsv"})
    void textsWithNastyPiecesGiveTablesOrProblems(String ending) throws IOException {
        Random random = new Random(6);
        String text = switch (ending) {
            case "csv" -> "id,name,when,amount\n" + "1,\"a, b\",2024-01-31,\"1,5\"\n2,c,31.12.2024,-3\n".repeat(8);
            case "tsv" -> "id\tname\n" + "1\tx\n2\t\"y\"\n".repeat(8);
            case "json" -> "[" + "{\"a\": 1, \"b\": {\"c\": [1, \"x\"]}},\n".repeat(8) + "{\"a\": 2.5, \"b\": null}]";
            default -> "{\"a\": 1, \"b\": {\"c\": [1, \"x\"]}}\n{\"a\": \"t\", \"d\": true}\n".repeat(8);
        };
        List<String> ends = new ArrayList<>();
        for (int attempt = 0; attempt < DRAWN; attempt++) {
            ends.add(reading(Files.write(folder.resolve("nasty." + ending), damaged(text.getBytes(UTF_8), random))));
        }
        assertTrue(ends.contains("read") && ends.stream().distinct().count() > 1, ends.toString());
    }

    @Test
    void aSheetThatUnpacksToFarTooMuchIsRefused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(entries(workbook));
        byte[] bomb = new byte[120 << 20];
        Arrays.fill(bomb, (byte) ' ');
        byte[] head = "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>".getBytes(UTF_8);
        System.arraycopy(head, 0, bomb, 0, head.length);
        entries.put("xl/worksheets/sheet1.xml", bomb);
        Path file = zipped("bomb.xlsx", entries);
        assertTrue(Files.size(file) < 1 << 20);
        assertFalse(reading(file).equals("read"));
    }

    @Test
    void entitiesOfAWorkbookAreNotExpanded() throws IOException {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        laughs.append("<!ENTITY f SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&a29;&f;</t></is></c></row></sheetData></worksheet>");
        Map<String, byte[]> entries = new LinkedHashMap<>(entries(workbook));
        entries.put("xl/worksheets/sheet1.xml", laughs.toString().getBytes(UTF_8));
        assertFalse(reading(zipped("laughs.xlsx", entries)).equals("read"));
    }

    @Test
    void cellsFarOutsideOfTheSheetAndMergedSheetsCostNothing() throws IOException {
        String sheet = "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:XFD1048576\"/>"
                + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"XFD1\" t=\"inlineStr\"><is><t>b</t></is></c></row>"
                + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c><c r=\"XFD1048576\"><v>2</v></c></row></sheetData>"
                + "<mergeCells count=\"1\"><mergeCell ref=\"A2:XFD1048576\"/></mergeCells></worksheet>";
        Map<String, byte[]> entries = new LinkedHashMap<>(entries(workbook));
        entries.put("xl/worksheets/sheet1.xml", sheet.getBytes(UTF_8));
        reading(zipped("far.xlsx", entries));
    }

    @Test
    void longCellsAreRefusedOrReadInEveryTextFormat() throws IOException {
        String allowed = "x".repeat(ImportLimits.CELL_LENGTH - 10);
        String tooLong = "x".repeat(ImportLimits.CELL_LENGTH + 10);
        assertTrue(reading(Files.writeString(folder.resolve("long.csv"), "a,b\n1," + allowed + "\n")).equals("read"));
        assertTrue(reading(Files.writeString(folder.resolve("long.jsonl"), "{\"a\": 1, \"b\": \"" + allowed + "\"}\n")).equals("read"));
        assertFalse(reading(Files.writeString(folder.resolve("longer.csv"), "a,b\n1," + tooLong + "\n")).equals("read"));
        assertFalse(reading(Files.writeString(folder.resolve("longer.jsonl"), "{\"a\": 1, \"b\": \"" + tooLong + "\"}\n")).equals("read"));
        assertFalse(reading(Files.writeString(folder.resolve("name.csv"), "a," + tooLong + "\n1,2\n")).equals("read"));
    }

    @Test
    void tooManyColumnsAreRefused() throws IOException {
        String names = String.join(",", IntStream.range(0, ImportLimits.COLUMNS + 5).mapToObj(i -> "c" + i).toList());
        assertFalse(reading(Files.writeString(folder.resolve("wide.csv"), names + "\n" + names + "\n")).equals("read"));
        String keys = String.join(",", IntStream.range(0, ImportLimits.COLUMNS + 5).mapToObj(i -> "\"k" + i + "\": 1").toList());
        assertFalse(reading(Files.writeString(folder.resolve("wide.jsonl"), "{" + keys + "}\n")).equals("read"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("open.csv"), "a,b\n1,\"" + "x,y\n".repeat(1 << 20));
        assertFalse(reading(file).equals("read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..\\evil.csv", "C:\\evil.csv", "/tmp/evil.csv", "a/../../evil.csv", "a\u0000.csv"})
    void archivesWithNamesThatReachOutsideAreRefused(String name) throws IOException {
        Path file = zipped("tricks.zip", Map.of(name, "a,b\n1,2\n".getBytes(UTF_8)));
        reading(file);
        // Other programs make and remove folders here meanwhile, which a walk does not bear.
        for (File beside : Objects.requireNonNull(folder.getParent().toFile().listFiles())) {
            assertFalse(beside.getName().equals("evil.csv") || new File(beside, "evil.csv").exists(), beside.getPath());
        }
    }
}
