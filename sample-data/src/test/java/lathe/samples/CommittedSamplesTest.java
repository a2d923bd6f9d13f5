package lathe.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The committed files are what the generator makes, cell by cell, and what the catalogue says.
class CommittedSamplesTest {

    private static final Path COMMITTED = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final long MOST_BYTES = 5_000_000;

    @TempDir
    static Path made;

    @BeforeAll
    static void makeAll() throws IOException {
        GenerateSamples.writeAll(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"telecom-churn.csv", "support-tickets.jsonl", "card-fraud.csv", "catalogue.json"})
    void textFilesEqualTheGeneratorLineByLine(String name) throws IOException {
        List<String> expected = Files.readAllLines(made.resolve(name));
        List<String> actual = Files.readAllLines(COMMITTED.resolve(name));

        assertEquals(expected.size(), actual.size(), "lines of " + name);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), name + " line " + (i + 1));
        }
    }

    @Test
    void workbookEqualsTheGeneratorCellByCell() throws IOException {
        try (Workbook expected = open(made); Workbook actual = open(COMMITTED)) {
            assertEquals(cells(expected.getSheet("Districts")), cells(actual.getSheet("Districts")));
            assertEquals(cells(expected.getSheet("Sales")), cells(actual.getSheet("Sales")));
        }
    }

    @Test
    void workbookHasTitlesAboveTheHeaderAndRealDates() throws IOException {
        try (Workbook workbook = open(COMMITTED)) {
            Sheet sales = workbook.getSheetAt(0);

            assertEquals(List.of("A1:Y1", "A2:Y2"),
                    sales.getMergedRegions().stream().map(region -> region.formatAsString()).sorted().toList());
            assertEquals("listing_id", sales.getRow(HouseWorkbook.HEADER_ROW).getCell(0).getStringCellValue());
            assertEquals("price", sales.getRow(HouseWorkbook.HEADER_ROW).getCell(24).getStringCellValue());
            Cell listed = sales.getRow(HouseWorkbook.HEADER_ROW + 1).getCell(1);
            assertTrue(DateUtil.isCellDateFormatted(listed), "listed_on is a date cell");
            assertEquals(HouseWorkbook.HEADER_ROW + 3_000, sales.getLastRowNum());
        }
    }

    @Test
    void everyCataloguedFileIsThereAndUnderFiveMegabytes() throws IOException {
        for (CatalogueEntry entry : Catalogue.read(COMMITTED).tables()) {
            long bytes = Files.size(COMMITTED.resolve(entry.file()));
            assertTrue(bytes > 0 && bytes < MOST_BYTES, entry.file() + " has " + bytes + " bytes");
        }
    }

    @Test
    void csvHeadersHoldTheTargetAndTheColumnsToDrop() throws IOException {
        for (CatalogueEntry entry : Catalogue.read(COMMITTED).tables()) {
            if (entry.file().endsWith(".csv")) {
                List<String> lines = Files.readAllLines(COMMITTED.resolve(entry.file()), StandardCharsets.UTF_8);
                List<String> header = List.of(lines.getFirst().split(","));
                assertTrue(header.contains(entry.target()), entry.file() + " has its target");
                assertTrue(header.containsAll(entry.drop()), entry.file() + " has the columns to drop");
                assertEquals(entry.columns(), header.size(), entry.file());
                assertEquals(entry.rows(), lines.size() - 1, entry.file());
            }
        }
    }

    private static Workbook open(Path folder) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(folder.resolve("house-prices.xlsx")));
    }

    /// Each cell as its place, kind and value, so a date that became text would differ.
    private static List<String> cells(Sheet sheet) {
        List<String> cells = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                String value = switch (cell.getCellType()) {
                    case NUMERIC -> cell.getNumericCellValue() + " " + cell.getCellStyle().getDataFormatString();
                    case STRING -> cell.getStringCellValue();
                    case _NONE, FORMULA, BLANK, BOOLEAN, ERROR -> "";
                };
                cells.add(cell.getAddress() + " " + cell.getCellType() + " " + value);
            }
        }
        return cells;
    }
}
