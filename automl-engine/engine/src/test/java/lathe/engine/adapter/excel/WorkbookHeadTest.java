package lathe.engine.adapter.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.ImportPreview;
import lathe.engine.data.TableImport;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookHeadTest {

    private static final int ROWS = 70_000;
    private static final String TEXT = "a text of its own, long enough for few of them to fill a workbook, number ";

    @TempDir
    private Path folder;

    private static void row(Sheet sheet, int index, Object... cells) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else {
                row.createCell(i).setCellValue(cells[i].toString());
            }
        }
    }

    /// A short sheet before a long one and one behind it.
    private Path workbook(int columns) throws IOException {
        Path file = folder.resolve("long.xlsx");
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true); OutputStream out = Files.newOutputStream(file)) {
            SXSSFSheet other = workbook.createSheet("Short");
            row(other, 0, "name", "amount");
            IntStream.rangeClosed(1, 40).forEach(i -> row(other, i, "customer " + i, i));
            row(other, 42, "Total", 820);
            other.flushRows();   // now its texts come first
            Sheet sheet = workbook.createSheet("Long");
            row(sheet, 0, (Object[]) IntStream.range(0, columns).mapToObj("column %d"::formatted).toArray(String[]::new));
            for (int i = 1; i <= ROWS * 2 / columns; i++) {
                Object[] cells = new Object[columns];
                for (int c = 0; c < columns; c++) {
                    cells[c] = c % 2 == 0 ? TEXT + (i * columns + c) : (Object) (i / 4.0);
                }
                row(sheet, i, cells);
            }
            Sheet later = workbook.createSheet("Later");
            row(later, 0, "city", "country");
            IntStream.rangeClosed(1, 9).forEach(i -> row(later, i, "city " + i, "customer " + i));
            workbook.write(out);
        }
        return file;
    }

    // Another part in place of one of the workbook.
    private Path with(Path file, String part, byte[] bytes) throws IOException {
        Path changed = folder.resolve("changed.xlsx");
        try (ZipFile zip = new ZipFile(file.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(part) ? bytes : zip.getInputStream(entry).readAllBytes());
                out.closeEntry();
            }
        }
        return changed;
    }

    private static void assertBegins(Table whole, Table head) {
        assertEquals(whole.schema().names(), head.schema().names());
        for (int c = 0; c < head.columns().size(); c++) {
            for (int row = 0; row < head.rows(); row++) {
                Object expected = whole.columns().get(c) instanceof StringColumn texts ? texts.text(row) : ((NumberColumn) whole.columns().get(c)).value(row);
                Object found = head.columns().get(c) instanceof StringColumn texts ? texts.text(row) : ((NumberColumn) head.columns().get(c)).value(row);
                assertEquals(expected, found);
            }
        }
    }

    @Test
    void isAFractionOfAWorkbookAndShowsItsFirstRows() throws IOException {
        Path file = workbook(2);
        assertTrue(WorkbookHead.of(file, 2200).orElseThrow().length < 1 << 20);
        ImportPreview preview = new TableImport().preview(file, ImportOptions.defaults(), 200);
        Table whole = new TableImport().read(file, ImportOptions.defaults()).table();
        assertEquals(ROWS, whole.rows());
        assertEquals(200, preview.imported().table().rows());
        assertFalse(preview.whole());
        assertBegins(whole, preview.imported().table());
        assertEquals(List.of("Short", "Long", "Later"), preview.imported().report().sheets());
    }

    @Test
    void keepsAShortSheetWholeWithItsFoot() throws IOException {
        ImportPreview preview = new TableImport().preview(workbook(2), ImportOptions.defaults().withSheet("Short"), 200);
        assertEquals(40, preview.imported().table().rows());
        assertTrue(preview.whole());
        assertTrue(preview.imported().report().notes().stream().anyMatch(note -> note.code().equals("rows-cut")));
    }

    @Test
    void hasTheTextsOfALaterSheetWithoutThoseBeforeThem() throws IOException {
        Path file = workbook(2);
        Table later = new TableImport().preview(file, ImportOptions.defaults().withSheet("Later"), 200).imported().table();
        assertEquals(9, later.rows());
        assertEquals("city 9", ((StringColumn) later.columns().get(0)).text(8));
        assertEquals("customer 9", ((StringColumn) later.columns().get(1)).text(8));
    }

    @Test
    void theWholeWorkbookIsReadWhereItsHeadIsNotEnough() throws IOException {
        Path file = workbook(1000);   // 140 rows of 1,000 columns
        assertTrue(WorkbookHead.of(file, 2200).isPresent());
        ImportPreview preview = new TableImport().preview(file, ImportOptions.defaults(), 100);
        assertEquals(100, preview.imported().table().rows());
        assertFalse(preview.whole());
        assertBegins(new TableImport().read(file, ImportOptions.defaults()).table(), preview.imported().table());
    }

    @Test
    void aWorkbookWithFewTextsIsNotCut() throws IOException {
        Path file = folder.resolve("short.xlsx");
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true); OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Short");
            IntStream.range(0, 100).forEach(i -> row(sheet, i, "name " + i, i));
            workbook.write(out);
        }
        assertTrue(WorkbookHead.of(file, 2200).isEmpty());
    }

    @Test
    void whatIsWrittenInAnUnusualWayIsReadWhole() throws IOException {
        Path file = workbook(2);
        byte[] sheet;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml")).readAllBytes();
        }
        String text = new String(sheet, StandardCharsets.UTF_8);
        Path without = with(file, "xl/worksheets/sheet2.xml", text.replace("</row>", "</row >").getBytes(StandardCharsets.UTF_8));
        assertTrue(WorkbookHead.of(without, 2200).isEmpty());
        assertEquals(200, new TableImport().preview(without, ImportOptions.defaults(), 200).imported().table().rows());
        Path strange = with(file, "xl/worksheets/sheet2.xml", text.replaceFirst("<v>\\d+</v>", "<v>first</v>").getBytes(StandardCharsets.UTF_8));
        assertTrue(WorkbookHead.of(strange, 2200).isEmpty());
        Path damaged = with(file, "xl/sharedStrings.xml", (" ".repeat(5 << 20) + "<sst><si>").getBytes(StandardCharsets.UTF_8));
        assertTrue(WorkbookHead.of(damaged, 2200).isEmpty());
        assertThrows(ProblemException.class, () -> new TableImport().preview(damaged, ImportOptions.defaults(), 200));
    }
}
