package lathe.engine.adapter.excel;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lathe.engine.data.CellKind;
import lathe.engine.data.ImportLimits;
import lathe.engine.data.NumberStyle;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.eval.NotImplementedException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;

/// Turns POI's cells into ours. A formula gives its stored value; without one it is evaluated if there is an evaluator.
final class CellReading {

    private final Optional<FormulaEvaluator> evaluator;
    private final Map<Short, Boolean> dateFormats = new HashMap<>();   // by number: to look at the letters of one takes long

    CellReading(Optional<FormulaEvaluator> evaluator) {
        this.evaluator = evaluator;
    }

    SheetCell read(Cell cell) {
        return switch (cell.getCellType()) {
            case FORMULA -> formula(cell);
            case NUMERIC, STRING, BOOLEAN, BLANK, ERROR, _NONE -> plain(cell, cell.getCellType());
        };
    }

    private SheetCell formula(Cell cell) {
        CellType stored = cell.getCachedFormulaResultType();
        boolean withoutValue = switch (cell) {
            case XSSFCell inMemory -> isBlank(inMemory.getRawValue());
            default -> stored != CellType.ERROR && stored != CellType.BOOLEAN && isBlank(cell.getStringCellValue());
        };
        if (!withoutValue || stored == CellType.STRING) {
            return plain(cell, stored);
        }
        return evaluator.isPresent() ? evaluated(evaluator.get(), cell) : SheetCell.UNKNOWN;
    }

    private SheetCell evaluated(FormulaEvaluator evaluator, Cell cell) {
        try {
            CellValue value = evaluator.evaluate(cell);
            return switch (value.getCellType()) {
                case NUMERIC -> number(value.getNumberValue(), cell.getCellStyle()).evaluated();
                case STRING -> text(value.getStringValue()).evaluated();
                case BOOLEAN -> SheetCell.of(CellKind.BOOLEAN, value.getBooleanValue() ? "true" : "false").evaluated();
                case ERROR -> SheetCell.FAULT;
                case BLANK, FORMULA, _NONE -> SheetCell.EMPTY;
            };
        } catch (NotImplementedException | FormulaParseException | IllegalStateException | IllegalArgumentException beyondPoi) {
            return SheetCell.UNKNOWN;
        }
    }

    private SheetCell plain(Cell cell, CellType type) {
        return switch (type) {
            case NUMERIC -> number(cell.getNumericCellValue(), cell.getCellStyle());
            case STRING -> text(cell.getStringCellValue());
            case BOOLEAN -> SheetCell.of(CellKind.BOOLEAN, cell.getBooleanCellValue() ? "true" : "false");
            case ERROR -> SheetCell.FAULT;
            case BLANK, FORMULA, _NONE -> SheetCell.EMPTY;
        };
    }

    private static SheetCell text(String text) {
        if (text.length() > ImportLimits.CELL_LENGTH) {
            throw new ProblemException(Problem.of("cell-too-long", "A cell has more than %d characters."
                    .formatted(ImportLimits.CELL_LENGTH), "Shorten the cell."));
        }
        return SheetCell.of(CellKind.TEXT, text);
    }

    private SheetCell number(double value, CellStyle style) {
        boolean date = DateUtil.isValidExcelDate(value) && dateFormats.computeIfAbsent(style.getDataFormat(),
                format -> DateUtil.isADateFormat(format, style.getDataFormatString()));
        if (!date) {
            return SheetCell.of(CellKind.NUMBER, NumberStyle.write(value));
        }
        // Days are stored as a fraction of a double; half a second is far beyond its error and below its meaning.
        LocalDateTime moment = DateUtil.getLocalDateTime(value).plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
        if (value < 1) {
            return SheetCell.of(CellKind.TEXT, moment.toLocalTime().toString());
        }
        boolean midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return SheetCell.of(CellKind.DATE, midnight ? moment.toLocalDate().toString() : moment.toString());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
