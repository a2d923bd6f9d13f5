package lathe.engine.adapter.excel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.engine.export.CellType;
import lathe.engine.export.OutputCell;
import lathe.engine.export.RowFormat;
import lathe.engine.export.RowSink;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// One sheet of a workbook, with few rows in memory. Text stays text, whatever it begins with.
public final class ExcelFormat implements RowFormat {

    private static final SpreadsheetVersion LIMITS = SpreadsheetVersion.EXCEL2007;
    private static final int ROWS_IN_MEMORY = 200;

    @Override
    public String ending() {
        return ".xlsx";
    }

    @Override
    public RowSink open(Path file, List<CellType> types) throws IOException {
        return new Sink(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    private static final class Sink implements RowSink {

        private final OutputStream out;
        private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
        private final SXSSFSheet sheet = workbook.createSheet("Predictions");
        private int next;

        Sink(OutputStream out) {
            this.out = out;
            sheet.createFreezePane(0, 1);
        }

        @Override
        public void row(List<OutputCell> cells) throws IOException {
            if (next >= LIMITS.getMaxRows() || cells.size() > LIMITS.getMaxColumns()) {
                throw tooLarge("a sheet of a workbook holds %d rows and %d columns at most"
                        .formatted(LIMITS.getMaxRows(), LIMITS.getMaxColumns()));
            }
            Row row = newRow();
            for (int i = 0; i < cells.size(); i++) {
                switch (cells.get(i)) {
                    case OutputCell.Numeric number -> row.createCell(i).setCellValue(number.value());
                    case OutputCell.Exact exact -> write(row, i, exact.text());
                    case OutputCell.Text text -> write(row, i, text.text());
                }
            }
        }

        // Rows that leave memory go to a temporary file; POI wraps what goes wrong there.
        private Row newRow() throws IOException {
            try {
                return sheet.createRow(next++);
            } catch (RuntimeException failed) {
                if (failed.getCause() instanceof IOException cause) {
                    throw cause;
                }
                throw failed;
            }
        }

        // A cell of type text is never run as a formula.
        private static void write(Row row, int place, String text) {
            if (text.length() > LIMITS.getMaxTextLength()) {
                throw tooLarge("a cell of a workbook holds %d characters at most".formatted(LIMITS.getMaxTextLength()));
            }
            if (!text.isEmpty()) {
                Cell cell = row.createCell(place);
                cell.setCellValue(text);
            }
        }

        private static ProblemException tooLarge(String rule) {
            return new ProblemException(Problem.of("too-large-for-excel", "The table does not fit: %s.".formatted(rule),
                    "Write a CSV file instead, by giving it a name that ends with .csv."));
        }

        @Override
        public void close() throws IOException {
            try (out; workbook) {
                workbook.write(out);
            }
        }
    }
}
