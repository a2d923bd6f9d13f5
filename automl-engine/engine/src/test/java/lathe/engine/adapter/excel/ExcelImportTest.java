package lathe.engine.adapter.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.Imported;
import lathe.engine.data.TableImport;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelImportTest {

    private static final List<String> NAMES = List.of("Customer", "Since", "Units", "Price", "Total", "Active");

    @TempDir
    private Path folder;

    private static void texts(Row row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(texts.get(i));
        }
    }

    /// Title, stamp, group headings, header in row 5, 40 rows, a blank row, a sum and a footnote; a small second sheet.
    private Path customers(boolean storeFormulas) throws IOException {
        Path file = folder.resolve("customers.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            Sheet notes = workbook.createSheet("Read me");
            texts(notes.createRow(0), List.of("This workbook comes from the sales department"));
            Sheet sheet = workbook.createSheet("Data");
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            texts(sheet.createRow(0), List.of("Customers 2024"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:F1"));
            Row stamp = sheet.createRow(1);
            texts(stamp, List.of("exported:"));
            stamp.createCell(1).setCellValue(LocalDate.of(2024, 4, 1));
            Row groups = sheet.createRow(3);
            groups.createCell(0).setCellValue("Who");
            groups.createCell(2).setCellValue("Money");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A4:B4"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("C4:F4"));
            texts(sheet.createRow(4), NAMES);
            for (int i = 0; i < 40; i++) {
                fill(sheet.createRow(5 + i), i, date);
            }
            sheet.addMergedRegion(CellRangeAddress.valueOf("A10:A12"));
            Row sum = sheet.createRow(46);
            sum.createCell(0).setCellValue("Sum");
            sum.createCell(4).setCellFormula("SUM(E6:E45)");
            texts(sheet.createRow(47), List.of("* n/a: not billed yet"));
            sheet.setColumnHidden(2, true);
            if (storeFormulas) {
                workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            } else {
                sheet.forEach(row -> row.forEach(cell -> dropValue((XSSFCell) cell)));
            }
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Row row, int i, CellStyle date) {
        row.createCell(0).setCellValue("C" + i);
        if (i % 13 == 7) {
            row.createCell(1).setCellValue("%02d.02.2023".formatted(1 + i % 28));
        } else {
            row.createCell(1).setCellValue(LocalDate.of(2023, 1, 1).plusDays(i));
            row.getCell(1).setCellStyle(date);
        }
        row.createCell(2).setCellValue(i);
        if (i % 11 == 3) {
            row.createCell(3).setCellValue("n/a");
        } else {
            row.createCell(3).setCellValue(2.5);
        }
        row.createCell(4).setCellFormula("C%d*D%d".formatted(row.getRowNum() + 1, row.getRowNum() + 1));
        row.createCell(5).setCellValue(i % 2 == 0);
    }

    private static void dropValue(XSSFCell cell) {
        if (cell.getCTCell().isSetF() && cell.getCTCell().isSetV()) {
            cell.getCTCell().unsetV();
        }
    }

    private static Imported read(Path file) {
        return new TableImport().read(file, ImportOptions.defaults());
    }

    private static String code(Path file) {
        return assertThrows(ProblemException.class, () -> read(file)).problem().code();
    }

    private static void assertCustomers(Imported imported) {
        Table table = imported.table();
        assertEquals(NAMES, table.schema().names());
        assertEquals(40, table.rows());
        assertEquals(List.of("Data", "5"), List.of(imported.report().sheet(), String.valueOf(imported.report().headerRow())));
        assertEquals(List.of(FieldType.CATEGORY, FieldType.DATE, FieldType.NUMBER, FieldType.NUMBER, FieldType.NUMBER, FieldType.BOOLEAN),
                table.schema().fields().stream().map(field -> field.type()).toList());
        assertEquals(List.of("2023-01-01", "2023-02-08"), List.of(table.strings("Since").text(0), table.strings("Since").text(7)));
        assertEquals(25.0, table.numbers("Total").value(10));
        assertTrue(table.numbers("Price").isMissing(3) && table.numbers("Total").isMissing(3));
        assertTrue(imported.report().notes().stream().anyMatch(note -> note.code().equals("rows-cut")));
    }

    @Test
    void tableIsFoundAmongTitlesAndSums() throws IOException {
        assertCustomers(read(customers(true)));
    }

    @Test
    void formulasWithoutValuesAreEvaluated() throws IOException {
        Imported imported = read(customers(false));
        assertCustomers(imported);
        assertTrue(imported.report().notes().stream().anyMatch(note -> note.code().equals("formula-evaluated")
                && note.field().equals("Total")));
    }

    @Test
    void mergedCellsHaveTheValueOfTheirFirst() throws IOException {
        Table table = read(customers(true)).table();
        assertEquals(List.of("C4", "C4", "C4", "C7"), List.of(table.strings("Customer").text(4), table.strings("Customer").text(5),
                table.strings("Customer").text(6), table.strings("Customer").text(7)));
    }

    @Test
    void sheetAndHeaderRowCanBeNamed() throws IOException {
        Path file = customers(true);
        assertEquals("sheet-unknown", assertThrows(ProblemException.class,
                () -> new TableImport().read(file, ImportOptions.defaults().withSheet("Dta"))).problem().code());
        Imported imported = new TableImport().read(file, ImportOptions.defaults().withSheet("Data").withHeaderRow(5));
        assertCustomers(imported);
    }

    @Test
    void protectedWorkbookIsRefused() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("secret.xlsx");
        try (POIFSFileSystem files = new POIFSFileSystem(); XSSFWorkbook workbook = new XSSFWorkbook()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            texts(workbook.createSheet("s").createRow(0), List.of("a", "b"));
            try (OutputStream encrypted = encryptor.getDataStream(files)) {
                workbook.write(encrypted);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                files.writeFilesystem(out);
            }
        }
        assertEquals("password-protected", code(file));
    }

    @Test
    void oldFormatAndOtherContentAreRefused() throws IOException {
        Path old = folder.resolve("old.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(old)) {
            texts(workbook.createSheet("s").createRow(0), List.of("a"));
            workbook.write(out);
        }
        assertEquals("old-workbook", code(old));
        assertEquals("not-a-workbook", code(Files.writeString(folder.resolve("text.xlsx"), "a,b\n1,2\n")));
        assertEquals("workbook-broken", code(Files.write(folder.resolve("cut.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 1})));
    }

    @Test
    void repeatedAndMissingNamesAreNamed() throws IOException {
        Path file = folder.resolve("names.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("s");
            texts(sheet.createRow(0), List.of("a", "b", "a"));
            for (int i = 1; i < 5; i++) {
                texts(sheet.createRow(i), List.of("x" + i, "y", "z", "w"));
            }
            workbook.write(out);
        }
        String message = assertThrows(ProblemException.class,
                () -> new TableImport().read(file, ImportOptions.defaults().withHeaderRow(1))).problem().message();
        assertTrue(message.contains("'a' comes twice") && message.contains("column D"), message);
    }

    @Test
    void sheetWithoutRowsIsRefused() throws IOException {
        Path file = folder.resolve("empty.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("s");
            workbook.write(out);
        }
        assertEquals("header-missing", code(file));
    }
}
