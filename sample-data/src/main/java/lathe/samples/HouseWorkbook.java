package lathe.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Lays the house sales out as an office would: a title over merged cells, a blank row, the header in row 4, real dates,
/// and a second sheet that describes the districts.
final class HouseWorkbook {

    /// Index of the header row of the first sheet, counted from 0.
    static final int HEADER_ROW = 3;
    private static final LocalDateTime STAMP = LocalDateTime.of(2025, 7, 1, 0, 0);

    private HouseWorkbook() {
    }

    /// Writes the workbook. Cells are `String` (empty: no cell at all), `Double` or `LocalDate`.
    ///
    /// @throws IOException if the file cannot be written
    static void write(Path file, List<String> header, List<List<Object>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getProperties().getCoreProperties()
                    .setCreated(Optional.of(Date.from(Instant.parse("2025-07-01T00:00:00Z"))));
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            Sheet sales = workbook.createSheet("Sales");
            title(sales, header.size(), bold(workbook));
            fill(sales.createRow(HEADER_ROW), header, date);
            for (List<Object> row : rows) {
                fill(sales.createRow(sales.getLastRowNum() + 1), row, date);
            }
            sales.createFreezePane(1, HEADER_ROW + 1);
            sales.setColumnWidth(1, 12 * 256);
            sales.setColumnWidth(2, 12 * 256);
            districts(workbook.createSheet("Districts"), date);
            workbook.write(bytes);
        }
        writeWithFixedTimes(file, bytes.toByteArray());
    }

    private static void title(Sheet sheet, int width, CellStyle bold) {
        Cell title = sheet.createRow(0).createCell(0);
        title.setCellValue("House sales in Lindenau, 2019 to 2024");
        title.setCellStyle(bold);
        sheet.createRow(1).createCell(0).setCellValue("Prices in euros as notarised; areas in m². Office copy, not checked.");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, width - 1));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, width - 1));
    }

    private static CellStyle bold(XSSFWorkbook workbook) {
        Font font = workbook.createFont();
        font.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.CENTER);
        return style;
    }

    private static void districts(Sheet sheet, CellStyle date) {
        fill(sheet.createRow(0), List.of("district", "postcode", "centre_km", "green_share", "note"), date);
        for (District district : District.values()) {
            fill(sheet.createRow(sheet.getLastRowNum() + 1), List.of(district.text(), district.postcode(),
                    district.centreKm(), district.green(), district.note()), date);
        }
    }

    private static void fill(Row row, List<?> cells, CellStyle date) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case String text when text.isEmpty() -> { }
                case String text -> row.createCell(i).setCellValue(text);
                case Double number -> row.createCell(i).setCellValue(number);
                case LocalDate day -> {
                    Cell cell = row.createCell(i);
                    cell.setCellValue(day);
                    cell.setCellStyle(date);
                }
                case Object other -> throw new IllegalArgumentException(
                        "a cell must be text, a number or a day, was " + other.getClass());
            }
        }
    }

    /// POI stamps the parts of the file with the time of writing; without that, equal sales give an equal file.
    private static void writeWithFixedTimes(Path file, byte[] workbook) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
             ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(STAMP);
                out.putNextEntry(copy);
                in.transferTo(out);
                out.closeEntry();
            }
        }
    }
}
