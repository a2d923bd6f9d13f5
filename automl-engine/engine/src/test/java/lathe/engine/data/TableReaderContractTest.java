package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
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
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every [TableReader] must do, with one small table written in every format.
class TableReaderContractTest {

    private static final Schema SIGNATURE = new Schema(List.of(
            new Field("when", FieldType.DATE, Role.FEATURE, "", List.of()), Field.of("x", FieldType.NUMBER),
            Field.of("kind", FieldType.CATEGORY)));

    /// Damaged files of each format; `-Dlathe.fuzz=2000` for a long look.
    private static final int DRAWN = Integer.getInteger("lathe.fuzz", 40);

    @TempDir
    private static Path folder;

    private static final Map<String, String> FILES = Map.of("csv", "table.csv", "jsonl", "table.jsonl",
            "excel", "table.xlsx", "parquet", "table.parquet", "jdbc", "table.duckdb");

    private static List<TableReader> readers() {
        return ServiceLoader.load(TableReader.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    static Stream<String> ids() {
        return readers().stream().map(TableReader::id).sorted();
    }

    @BeforeAll
    static void writeTheTable() throws IOException, SQLException {
        List<String> csv = new ArrayList<>(List.of("id,x,kind,when"));
        List<String> json = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(folder.resolve("table.xlsx"))) {
            Sheet sheet = workbook.createSheet("t");
            fill(sheet.createRow(0), "id", "x", "kind", "when");
            for (int i = 0; i < 50; i++) {
                String x = i % 7 == 3 ? "" : String.valueOf(i / 4.0);
                String kind = i % 3 == 0 ? "ä" : "b c";
                String when = "2024-01-%02d".formatted(1 + i % 28);
                csv.add("r" + i + "," + x + "," + kind + "," + when);
                json.add("{\"id\": \"r%d\", \"x\": %s, \"kind\": \"%s\", \"when\": \"%s\"}".formatted(i, x.isEmpty() ? "null" : x, kind, when));
                Row row = sheet.createRow(i + 1);
                fill(row, "r" + i, "", kind, when);
                if (!x.isEmpty()) {
                    row.createCell(1).setCellValue(i / 4.0);
                }
            }
            workbook.write(out);
        }
        Files.write(folder.resolve("table.csv"), csv, StandardCharsets.UTF_8);
        Files.write(folder.resolve("table.jsonl"), json, StandardCharsets.UTF_8);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT id, x, kind, CAST(\"when\" AS DATE) AS \"when\" FROM read_csv('" + folder.resolve("table.csv")
                    + "')) TO '" + folder.resolve("table.parquet") + "' (FORMAT parquet)");
            statement.execute("ATTACH '" + folder.resolve("table.duckdb") + "' AS stored");
            statement.execute("CREATE TABLE stored.t AS SELECT * FROM read_parquet('" + folder.resolve("table.parquet") + "')");
        }
    }

    private static void fill(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
    }

    private static TableReader reader(String id) {
        return readers().stream().filter(reader -> reader.id().equals(id)).findFirst().orElseThrow();
    }

    private static Path file(String id) {
        return folder.resolve(FILES.get(id));
    }

    @Test
    void everyReaderHasASampleHereAndTakesOnlyItsOwn() {
        assertEquals(FILES.keySet().stream().sorted().toList(), ids().toList());
        for (TableReader reader : readers()) {
            FILES.forEach((id, name) -> assertEquals(id.equals(reader.id()), reader.reads(folder.resolve(name)), reader.id() + " " + name));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void allFormatsReadTheSameTable(String id) {
        Imported imported = new TableImport().read(file(id), ImportOptions.defaults());
        assertEquals(id, imported.report().format());
        Table expected = new TableImport().read(file("csv"), ImportOptions.defaults()).table();
        assertEquals(expected, imported.table());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void chunksHoldWhatTheWholeHolds(String id) {
        Table whole = new TableImport().readAs(file(id), SIGNATURE, BadCells.ERROR);
        assertEquals(SIGNATURE, whole.schema());
        List<Table> chunks = new ArrayList<>();
        new TableImport().stream(file(id), SIGNATURE, BadCells.ERROR, 20, chunks::add);
        assertEquals(List.of(20, 20, 10), chunks.stream().map(Table::rows).toList());
        assertEquals(whole.select(new int[] {20, 39}), chunks.get(1).select(new int[] {0, 19}));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void missingColumnsAreNamed(String id) {
        Schema more = new Schema(List.of(Field.of("x", FieldType.NUMBER), Field.of("y", FieldType.NUMBER), Field.of("z", FieldType.TEXT)));
        ProblemException e = assertThrows(ProblemException.class, () -> new TableImport().readAs(file(id), more, BadCells.ERROR));
        assertTrue(e.problem().message().contains("'y', 'z'"), e.problem().message());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void badCellsAreNamedOrMissing(String id) {
        Schema wrong = new Schema(List.of(Field.of("kind", FieldType.NUMBER)));
        ProblemException e = assertThrows(ProblemException.class, () -> new TableImport().readAs(file(id), wrong, BadCells.ERROR));
        String place = id.equals("jsonl") || id.equals("parquet") || id.equals("jdbc") ? " 1:" : " 2:";
        assertTrue(e.problem().message().contains(place) && e.problem().message().contains("'kind'"), e.problem().message());
        assertTrue(new TableImport().readAs(file(id), wrong, BadCells.MISSING).numbers("kind").isMissing(0));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void cutAndForeignFilesAreProblems(String id) throws IOException {
        byte[] bytes = Files.readAllBytes(file(id));
        String name = FILES.get(id);
        byte[] garbage = new byte[2000];
        new Random(7).nextBytes(garbage);
        for (byte[] content : List.of(Arrays.copyOf(bytes, bytes.length / 2), garbage, new byte[] {0}, new byte[] {'{', 'P'})) {
            Path broken = Files.write(folder.resolve("broken-" + name), content);
            try (RawSource source = reader(id).open(broken, ImportOptions.defaults())) {
                assertTrue(source.next(Integer.MAX_VALUE).rows() < 50, "half a file must not read as a whole one");
            } catch (ProblemException refused) {
                assertTrue(refused.problem().message().length() > 20, refused.problem().message());
            }
        }
    }

    /// Bytes changed, moved and cut at random: whatever a reader makes of them, it throws nothing but problems and leaves
    /// the file as it is.
    @ParameterizedTest
    @MethodSource("ids")
    void damagedFilesGiveTablesOrProblems(String id) throws IOException {
        byte[] sound = Files.readAllBytes(file(id));
        Random random = new Random(11);
        int problems = 0;
        for (int attempt = 0; attempt < DRAWN; attempt++) {
            byte[] damaged = damaged(sound, random);
            Path broken = Files.write(folder.resolve("damaged-" + FILES.get(id)), damaged);
            try {
                assertTrue(new TableImport().read(broken, ImportOptions.defaults()).table().rows() > 0);
            } catch (ProblemException refused) {
                problems++;
            }
            assertArrayEquals(damaged, Files.readAllBytes(broken));
        }
        assertTrue(problems > 0, "some damage must be noticed");
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] damaged = sound.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(3)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> System.arraycopy(sound, 0, damaged, at, Math.min(sound.length, damaged.length - at));
                default -> damaged = Arrays.copyOf(damaged, Math.max(8, damaged.length - random.nextInt(20)));
            }
        }
        return damaged;
    }
}
