package lathe.engine.adapter.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.Imported;
import lathe.engine.data.TableImport;
import lathe.engine.progress.CancelToken;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sheets whose rows are gathered while they are surveyed: longer than their first and last rows together.
class LongSheetTest {

    private static final int ROWS = 400;

    @TempDir
    private Path folder;

    private interface Filling {
        void fill(XSSFWorkbook workbook);
    }

    private Imported read(Filling filling) throws IOException {
        Path file = folder.resolve("long.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            filling.fill(workbook);
            workbook.write(out);
        }
        return new TableImport().read(file, ImportOptions.defaults());
    }

    // A title, names in row 3, units below them, and rows that count up.
    private static Sheet sheet(XSSFWorkbook workbook, String name, int rows) {
        Sheet sheet = workbook.createSheet(name);
        row(sheet, 0, "Weights 2024");
        row(sheet, 2, "city", "weight", "count");
        row(sheet, 3, "", "kg", "");
        for (int i = 0; i < rows; i++) {
            row(sheet, 4 + i, "place " + i % 9, i / 2.0, i);
        }
        return sheet;
    }

    private static void row(Sheet sheet, int index, Object... values) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Number number -> row.createCell(i).setCellValue(number.doubleValue());
                default -> row.createCell(i).setCellValue(values[i].toString());
            }
        }
    }

    private static double number(Imported read, String column, int row) {
        return ((NumberColumn) read.table().column(column)).value(row);
    }

    @Test
    void namesUnitsAndFootAreNoRows() throws IOException {
        Imported read = read(workbook -> {
            Sheet sheet = sheet(workbook, "Data", ROWS);
            row(sheet, 4 + ROWS, "Sum", 39900, 79800);
            row(sheet, 6 + ROWS, "* weighed in the evening");
        });

        assertEquals(ROWS, read.table().rows());
        assertEquals(List.of("city", "weight", "count"), read.table().schema().names());
        assertEquals(FieldType.NUMBER, read.table().schema().field("weight").type());
        assertEquals(0, number(read, "count", 0));
        assertEquals(ROWS - 1, number(read, "count", ROWS - 1));
        assertEquals(List.of("rows-cut"), read.report().notes().stream().map(ImportNote::code).filter(code -> code.startsWith("rows")).toList());
    }

    @Test
    void mergedCellsFarBelowShowTheirValueInEveryRow() throws IOException {
        Imported read = read(workbook -> {
            Sheet sheet = sheet(workbook, "Data", ROWS);
            sheet.getRow(4 + 300).getCell(0).setCellValue("merged");
            for (int i = 301; i < 310; i++) {
                sheet.getRow(4 + i).removeCell(sheet.getRow(4 + i).getCell(0));
            }
            sheet.addMergedRegion(new CellRangeAddress(4 + 300, 4 + 309, 0, 0));
        });

        assertEquals("merged", ((StringColumn) read.table().column("city")).text(309));
        assertEquals("place " + 310 % 9, ((StringColumn) read.table().column("city")).text(310));
    }

    @Test
    void theLargestOfSeveralLongSheetsIsRead() throws IOException {
        Imported read = read(workbook -> {
            sheet(workbook, "Small", 150);
            sheet(workbook, "Large", ROWS);
            sheet(workbook, "Middle", 200);
        });

        assertEquals("Large", read.report().sheet());
        assertEquals(ROWS, read.table().rows());
        assertEquals(ROWS - 1, number(read, "count", ROWS - 1));
    }

    @Test
    void cellsWithErrorsAreCountedOnceAndOnlyInTheTable() throws IOException {
        Imported read = read(workbook -> {
            Sheet sheet = sheet(workbook, "Data", ROWS);
            for (int row : List.of(5, 200, ROWS - 1)) {
                sheet.getRow(4 + row).getCell(1).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode());
            }
            row(sheet, 4 + ROWS, "Sum", 1, 2);
            sheet.getRow(4 + ROWS).getCell(1).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode());
        });

        List<String> errors = read.report().notes().stream().filter(note -> note.code().equals("error-cells")).map(ImportNote::sentence).toList();
        assertEquals(1, errors.size());
        assertTrue(errors.getFirst().contains("has 3 cells"), errors.getFirst());
    }

    @Test
    void theProgressOfReadingMovesFromTheBeginningAndNeverBack() throws IOException {
        Path file = folder.resolve("progress.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            sheet(workbook, "Data", 12_000);
            sheet(workbook, "More", 6_000);
            workbook.write(out);
        }
        List<Double> shares = new ArrayList<>();
        new TableImport().read(file, ImportOptions.defaults(), new CancelToken(), far -> shares.add(far.share()));

        assertEquals(shares.stream().sorted().toList(), shares);
        assertTrue(shares.size() >= 4, shares.toString());
        assertTrue(shares.getFirst() < 0.5 && shares.getLast() > 0.6 && shares.getLast() <= 1, shares.toString());
    }

    @Test
    void theRowsOfASheetAreToldFromItsBytesWhateverItSaysOfItsSize() throws IOException {
        Path file = folder.resolve("sizes.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            sheet(workbook, "Long", 9_000);
            sheet(workbook, "Short", 50);
            workbook.write(out);
        }
        SheetSizes sizes = SheetSizes.of(file);

        assertEquals(9_003.0, (double) sizes.rowsOf("Long"), 900.0);
        assertEquals(53, sizes.rowsOf("Short"));
        assertEquals(sizes.rowsOf("Long") + 53, sizes.rowsOf(""));
        assertTrue(sizes.opening() > 0 && sizes.opening() < 0.1, Double.toString(sizes.opening()));
        assertEquals(0, SheetSizes.of(folder.resolve("nowhere.xlsx")).rowsOf(""));
    }
}
