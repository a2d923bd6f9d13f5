package lathe.engine.adapter.excel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportLimits;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.ImportReport;
import lathe.engine.data.RawSource;
import lathe.engine.data.ReadWatch;
import lathe.engine.data.TableReader;
import lathe.scoring.ProblemException;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/// Excel workbooks (`.xlsx`, `.xlsm`). The sheet with the largest table is read unless one is named; read whole.
public final class ExcelReader implements TableReader {

    private static final Set<String> ENDINGS = Set.of("xlsx", "xlsm", "xls", "xltx");
    /// Formulas without a stored value are evaluated in smaller workbooks only: it takes the whole workbook in memory.
    private static final long EVALUATED_BYTES = 20L << 20;
    /// Share of the work when all rows were met. Few workbooks are gone over again, and it is not known before.
    private static final double ONCE = 0.95;
    private static final int MOST_OF_HEAD = 10_000;   // rows wanted of a head that is cut off

    @Override
    public String id() {
        return "excel";
    }

    @Override
    public boolean reads(Path file) {
        return ENDINGS.contains(FileChecks.ending(file));
    }

    /// The table of a workbook; its rows wait where formulas must be evaluated first.
    private record Found(SheetSurvey survey, SheetLayout layout, List<String> sheets, Optional<SheetRows> rows) { }

    @Override
    public RawSource open(Path file, ImportOptions options, ReadWatch watch) {
        Workbooks.requireReadable(file);
        if (!watch.isHead()) {
            SheetSizes sizes = SheetSizes.of(file);
            watch.part(sizes.opening() * ONCE, ONCE, sizes.rowsOf(options.sheet()));
        }
        Found found = head(file, options, watch).orElseGet(() -> Workbooks.streamed(file, workbook -> find(file, workbook, options, false, watch)));
        SheetRows rows = found.rows().orElseGet(() -> Workbooks.loaded(file, workbook -> rows(workbook, found.survey(), found.layout(), true, watch)));
        return source(found, rows);
    }

    // What the head of a long workbook shows; empty where it is not enough. Whatever is wrong in it, the whole tells.
    private static Optional<Found> head(Path file, ImportOptions options, ReadWatch watch) {
        if (watch.wantedRows() > MOST_OF_HEAD) {
            return Optional.empty();
        }
        try {
            return Workbooks.head(file, watch.wantedRows() + SheetSurvey.HEAD_ROWS, workbook -> find(file, workbook, options, true, watch)).filter(found -> found.survey().isWhole()
                    || found.rows().filter(rows -> rows.table().rows() > watch.wantedRows()).isPresent());
        } catch (ProblemException notEnough) {
            return Optional.empty();
        }
    }

    private static Found find(Path file, Workbook workbook, ImportOptions options, boolean cut, ReadWatch watch) {
        List<String> sheets = new ArrayList<>();
        Optional<Placed> largest = largest(workbook, options, cut, sheets, watch);
        if (!options.sheet().isEmpty() && !sheets.contains(options.sheet())) {
            throw FileChecks.problem(file, "sheet-unknown", "There is no sheet '%s'.".formatted(options.sheet()),
                    "The sheets are: %s.".formatted(String.join(", ", sheets)));
        }
        Placed chosen = largest.orElseThrow(() -> FileChecks.problem(file, "header-missing",
                "No row of column names with rows below was found in %s.".formatted(options.sheet().isEmpty() ? "any sheet" : "the sheet"),
                "Name the sheet and the header row."));
        SheetSurvey survey = chosen.survey();
        requireNames(file, chosen.layout());
        if (survey.withoutValue() > 0 && isSmall(file)) {
            return new Found(survey, chosen.layout(), sheets, Optional.empty());
        }
        SheetRows rows = survey.gathered(chosen.layout()).orElseGet(() -> rows(workbook, survey, chosen.layout(), false, watch));
        return new Found(survey, chosen.layout(), sheets, Optional.of(rows));
    }

    private record Placed(SheetSurvey survey, SheetLayout layout) { }

    /// Surveys the sheet asked for, or all, of which the largest table is kept; puts all names into `sheets`.
    private static Optional<Placed> largest(Workbook workbook, ImportOptions options, boolean cut, List<String> sheets, ReadWatch watch) {
        Optional<Placed> largest = Optional.empty();
        for (Sheet sheet : workbook) {
            sheets.add(sheet.getSheetName());
            if (options.sheet().isEmpty() || options.sheet().equals(sheet.getSheetName())) {
                SheetSurvey survey = SheetSurvey.of(sheet, options.headerRow(), cut, watch);
                Optional<SheetLayout> layout = SheetLayout.of(survey, options.headerRow());
                if (layout.isPresent() && (largest.isEmpty() || layout.get().size() > largest.get().layout().size())) {
                    largest = Optional.of(new Placed(survey, layout.get()));
                }
            }
        }
        return largest;
    }

    private static void requireNames(Path file, SheetLayout layout) {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : layout.columns().values()) {
            if (!seen.add(name)) {
                faults.add("'%s' comes twice".formatted(name));
            }
        }
        for (String letters : layout.nameless()) {
            faults.add("column %s has values but no name".formatted(letters));
        }
        if (layout.columns().size() > ImportLimits.COLUMNS) {
            faults.add("there are more than %d columns".formatted(ImportLimits.COLUMNS));
        }
        if (!faults.isEmpty()) {
            throw FileChecks.problem(file, "header-invalid", "Column names in sheet '%s', row %d must be unique and not empty, but %s."
                    .formatted(layout.sheet(), layout.headerRow() + 1, String.join(", ", faults)),
                    "Correct the names, or name the header row.");
        }
    }

    private static RawSource source(Found found, SheetRows rows) {
        SheetLayout layout = found.layout();
        List<ImportNote> notes = new ArrayList<>();
        if (layout.cut() > 0) {
            notes.add(new ImportNote("rows-cut", "", "The last %d rows of the sheet are sums or remarks and were left out."
                    .formatted(layout.cut())));
        }
        notes.addAll(rows.notes());
        Map<String, String> units = new LinkedHashMap<>();
        layout.columns().forEach((column, name) -> {
            String unit = layout.units().get(column);
            if (unit != null) {
                units.put(name, unit);
            }
        });
        ImportReport report = ImportReport.ofSheet("excel", layout.headerRow() + 1, layout.sheet(), found.sheets()).plus(notes).withUnits(units);
        return new ExcelSource(rows.table(), report);
    }

    private static SheetRows rows(Workbook workbook, SheetSurvey survey, SheetLayout layout, boolean evaluate,
            ReadWatch watch) {
        watch.part(ONCE, 1, survey.rows());
        CellReading reading = new CellReading(evaluate
                ? Optional.of(workbook.getCreationHelper().createFormulaEvaluator()) : Optional.empty());
        Sheet sheet = workbook.getSheet(layout.sheet());
        return SheetRows.of(sheet, reading, layout, new MergedCells(survey.merged(), layout.headerRow() + 1), watch);
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.size(file) < EVALUATED_BYTES;
        } catch (IOException e) {
            throw FileChecks.unreadable(file, e);
        }
    }
}
