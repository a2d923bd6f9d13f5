package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

/// The shared format pieces read as their README says. Skipped where they are not at hand; `CsvImportTest` and its
/// siblings hold the same traps in small files of their own.
class SharedFormatsTest {

    private static Imported read(String name) {
        return new TableImport().read(SharedFiles.find("formats/" + name), ImportOptions.defaults());
    }

    private static void assertSize(int rows, int columns, Table table) {
        assertEquals(List.of(rows, columns), List.of(table.rows(), table.schema().size()));
    }

    private static FieldType type(Table table, String name) {
        return table.schema().field(name).type();
    }

    @Test
    void versicherungKeepsDatesApartFromThousands() {
        Imported imported = read("versicherung_latin1.csv");
        Table table = imported.table();
        assertSize(1338, 9, table);
        assertEquals(16884.92, table.numbers("Kosten").value(0));
        assertEquals(27.9, table.numbers("BMI").value(0));
        assertTrue(table.numbers("BMI").isMissing(1));
        assertEquals("2021-05-11", table.strings("Beginn").text(0));
        assertEquals(156.9, table.numbers("Größe;cm").value(0));
        assertEquals(125.41, table.numbers("Prämie in £").value(0));
        assertEquals("Südwest", table.strings("Region").text(0));
        assertEquals(List.of("k.A."), table.schema().field("BMI").missingTokens());
        assertEquals(List.of("ISO-8859-1", ";", ","),
                List.of(imported.report().charset(), imported.report().separator(), imported.report().decimalMark()));
    }

    @Test
    void tabSeparatedFileWithByteOrderMarkKeepsItsFirstName() {
        Table table = read("utf8_bom_tab.tsv").table();
        assertSize(344, 7, table);
        assertEquals("species", table.schema().field(0).name());
    }

    @Test
    void wideTableReads() {
        Table table = read("wide_500.csv").table();
        assertSize(1200, 500, table);
        assertEquals(FieldType.CATEGORY, type(table, "label"));
        assertTrue(table.schema().fields().stream().filter(f -> f.type() == FieldType.NUMBER).count() >= 440);
    }

    @Test
    void gzipReads() {
        Table table = read("diamonds.csv.gz").table();
        assertSize(53_940, 10, table);
        assertEquals(FieldType.NUMBER, type(table, "price"));
    }

    @Test
    void brokenFileIsRefusedWithItsLines() {
        Path file = SharedFiles.find("formats/ragged_broken.csv");
        ProblemException e = assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults()));
        String message = e.problem().message();
        assertTrue(message.contains("line 2") && message.contains("'value'") && message.contains("column 5")
                && message.contains("line 6 (2 cells)") && message.contains("line 7 (7 cells)"), message);
    }

    @Test
    void fileWithoutRowsIsRefused() {
        Path file = SharedFiles.find("formats/header_only.csv");
        ProblemException e = assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults()));
        assertEquals("no-rows", e.problem().code());
    }

    @Test
    void emptyFileIsRefused() {
        Path file = SharedFiles.find("formats/empty.csv");
        ProblemException e = assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults()));
        assertEquals("file-empty", e.problem().code());
    }

    @Test
    void ticketsFlattenToDottedColumns() {
        Table table = read("tickets_nested.jsonl").table();
        assertEquals(3000, table.rows());
        assertEquals(List.of("id", "created", "customer.plan", "customer.country", "customer.address.city", "severity", "labels",
                "text", "metrics.replies", "metrics.first_reply_min", "hours_to_close"), table.schema().names());
        assertEquals(FieldType.NUMBER, type(table, "severity"));
        assertEquals(4.0, table.numbers("severity").value(1497));
        assertEquals(FieldType.LIST, type(table, "labels"));
        assertEquals("ui" + Table.LIST_SEPARATOR + "billing" + Table.LIST_SEPARATOR + "api", table.strings("labels").text(1499));
        assertEquals(FieldType.DATE, type(table, "created"));
        assertEquals("2024-08-10T04:30:00", table.strings("created").text(0));
        assertEquals("München", table.strings("customer.address.city").text(0));
        assertTrue(table.strings("customer.address.city").isMissing(1));
        assertEquals("API returns 500\non POST", table.strings("text").text(0));
        assertEquals(1.14, table.numbers("hours_to_close").value(0));
    }

    @Test
    void ordersKeepEveryTopLevelColumn() {
        Table table = read("orders_nested.parquet").table();
        assertEquals(5000, table.rows());
        assertEquals(15, table.schema().names().stream().map(name -> name.split("\\.")[0]).distinct().count());
        assertEquals(FieldType.BOOLEAN, type(table, "returned"));
        assertEquals(FieldType.LIST, type(table, "tags"));
        assertEquals(FieldType.LIST, type(table, "embedding"));
        assertEquals(FieldType.NUMBER, type(table, "amount"));
        long returned = table.strings("returned").codes().length - IntStream.range(0, 5000)
                .filter(row -> table.strings("returned").text(row).equals("false")).count();
        assertEquals(0.18, returned / 5000.0, 0.01);
    }

    @Test
    void flatParquetReads() {
        Table table = read("diamonds_snappy.parquet").table();
        assertSize(53_940, 10, table);
        assertEquals(read("diamonds.csv.gz").table().numbers("price"), table.numbers("price"));
        assertEquals(read("diamonds.csv.gz").table().strings("cut"), table.strings("cut"));
    }

    @Test
    void customersSheetIsFoundBehindTitleAndStamp() {
        Imported imported = read("telco_and_penguins.xlsx");
        Table table = imported.table();
        assertSize(1500, 10, table);
        assertEquals(List.of("Customers 2024", "5"),
                List.of(imported.report().sheet(), String.valueOf(imported.report().headerRow())));
        assertEquals("Churn", table.schema().field(9).name());
        assertEquals(FieldType.DATE, type(table, "Signup date"));
        assertEquals(FieldType.DATE, type(table, "Last contact"));
        assertEquals(FieldType.NUMBER, type(table, "Monthly charge"));
        assertEquals(FieldType.NUMBER, type(table, "Total charge (formula)"));
        assertEquals(FieldType.BOOLEAN, type(table, "Senior"));
        assertEquals(64 * 94.25, table.numbers("Total charge (formula)").value(1499), 1e-9);
        assertEquals("2018-11-19", table.strings("Signup date").text(1499));
        assertEquals(0, missing(table, "Signup date"));
        assertTrue(imported.report().notes().stream().anyMatch(note -> note.code().equals("rows-cut")));
    }

    private static long missing(Table table, String name) {
        return IntStream.range(0, table.rows()).filter(table.column(name)::isMissing).count();
    }

    @Test
    void penguinsSheetReadsByName() {
        Imported imported = new TableImport().read(SharedFiles.find("formats/telco_and_penguins.xlsx"),
                ImportOptions.defaults().withSheet("penguins"));
        assertSize(344, 8, imported.table());
        assertEquals(FieldType.NUMBER, type(imported.table(), "bill_ratio"));
    }

    @Test
    void cachedFormulasAreNumbers() {
        Imported imported = read("telco_cached_formulas.xlsx");
        assertSize(1500, 6, imported.table());
        assertEquals(29.85, imported.table().numbers("Total").value(0));
        assertEquals(3, imported.report().headerRow());
    }
}
