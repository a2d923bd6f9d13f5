package lathe.engine.adapter.text;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.engine.data.BadRows;
import lathe.engine.data.CellKind;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.ImportReport;
import lathe.engine.data.RawSource;
import lathe.engine.data.RawTable;
import lathe.engine.data.ReadWatch;
import lathe.engine.data.RejectedRow;
import lathe.engine.data.RowSample;
import lathe.engine.data.SumWords;
import lathe.engine.data.TextCells;
import lathe.engine.data.UnitsRow;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;

/// An opened CSV file behind its header. Every record must have as many cells as the header, or is left out if so asked.
final class CsvSource implements RawSource {

    private static final int SHOWN_LINES = 10;
    private static final int SEARCHED_IN_HEAD = 20_000;

    private final Path file;
    private final AheadRecords records;
    private final ReadWatch watch;
    private final List<String> names;
    private final ImportReport report;
    private final BadRows badRows;
    private final List<RejectedRow> rejected = new ArrayList<>();
    private long rejectedRows;
    private int sums;
    private int cut;
    private int cutLine;
    private final @Nullable SampledText sampled;
    private final RowSample sample;
    private int taken;

    /// All rows.
    CsvSource(Path file, Reader reader, String charset, Dialect dialect, ImportOptions options, ReadWatch watch) {
        this(file, reader, charset, dialect, options.withSample(RowSample.ALL), watch, null);
    }

    /// @param sampled what the reader reads, if rows are drawn
    CsvSource(Path file, Reader reader, String charset, Dialect dialect, ImportOptions options, ReadWatch watch,
            @Nullable SampledText sampled) {
        this.badRows = options.badRows();
        this.sampled = sampled;
        this.sample = options.sample();
        this.watch = watch;
        this.file = file;
        this.records = new AheadRecords(new CsvRecords(file, reader, dialect.separator()));
        this.names = header(dialect);
        List<ImportNote> notes = new ArrayList<>();
        if (dialect.skipped() > 0) {
            notes.add(new ImportNote("lines-skipped", "",
                    "%d lines before the column names were passed over.".formatted(dialect.skipped())));
        }
        ImportReport found = ImportReport.ofText("csv", charset, String.valueOf(dialect.separator()), records.startLine()).plus(notes);
        requireNames();
        this.report = found.withUnits(takeUnits());
    }

    /// Passes over a row of units, if there is one.
    private Map<String, String> takeUnits() {
        List<AheadRecords.Row> first = records.ahead(1);
        Map<String, String> units = new LinkedHashMap<>();
        if (first.isEmpty() || first.getFirst().cells().size() != names.size() || first.getFirst().cells().stream().anyMatch(UnitsRow::isNumber)) {
            return units;
        }
        List<List<String>> rows = records.ahead(1 + UnitsRow.LOOKED_AT).stream().map(AheadRecords.Row::cells).toList();
        UnitsRow.of(rows.getFirst(), rows.subList(1, rows.size())).forEach((column, unit) -> units.put(names.get(column), unit));
        if (!units.isEmpty()) {
            records.next();
        }
        return units;
    }

    private List<String> header(Dialect dialect) {
        while (records.next()) {
            if (records.startLine() >= dialect.headerLine()) {
                return records.cells().stream().map(String::strip).toList();
            }
        }
        throw FileChecks.problem(file, "header-missing", "There is no line with column names.",
                "Choose a file whose first line names the columns.");
    }

    private void requireNames() {
        List<String> empty = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                empty.add("column " + (i + 1));
            } else if (first.putIfAbsent(name, i) != null) {
                twice.add("'%s' (columns %d and %d)".formatted(name, first.get(name) + 1, i + 1));
            }
        }
        if (empty.isEmpty() && twice.isEmpty()) {
            return;
        }
        List<String> faults = new ArrayList<>();
        if (!twice.isEmpty()) {
            faults.add("these names come twice: " + String.join(", ", twice));
        }
        if (!empty.isEmpty()) {
            faults.add("these have no name: " + String.join(", ", empty));
        }
        int headerLine = records.startLine();
        String ragged = raggedLines();
        throw FileChecks.problem(file, "header-invalid", "Column names in line %d must be unique and not empty, but %s.%s"
                .formatted(headerLine, String.join("; ", faults), ragged.isEmpty() ? "" : " Also, " + ragged),
                "Correct line %d of the file.".formatted(headerLine));
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public RawTable next(int maxRows) {
        List<TextCells.Builder> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new TextCells.Builder());
        }
        int[] lines = new int[64];
        int rows = 0;
        while (rows < maxRows && records.next()) {
            List<String> cells = records.cells();
            if (FootRows.mayBegin(cells, names.size(), records.afterBlank()) && cutFoot(taken + rows)) {
                break;
            }
            cells = records.cells();
            if (cells.size() != names.size()) {
                reject();
                continue;
            }
            for (int i = 0; i < cells.size(); i++) {
                columns.get(i).add(CellKind.TEXT, cells.get(i));
            }
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, rows * 2);
            }
            lines[rows++] = line();
            watch.row();
        }
        taken += rows;
        return new RawTable(names, columns.stream().map(TextCells.Builder::build).toList(), "line", Arrays.copyOf(lines, rows));
    }

    /// Passes over the rest of the file if from here on it is no data.
    ///
    /// @param before rows taken before
    private boolean cutFoot(int before) {
        boolean sum = SumWords.is(records.cells().getFirst());
        sums += sum ? 1 : 0;
        // Where such words come often, they are values.
        if (before == 0 || sum && sums > 1 || !records.endsWithin(FootRows.LONGEST)) {
            return false;
        }
        AheadRecords.Row first = new AheadRecords.Row(records.cells(), records.startLine(), records.afterBlank());
        List<AheadRecords.Row> rest = records.ahead(FootRows.LONGEST);
        if (!FootRows.are(first, rest, names.size())) {
            return false;
        }
        cut = 1 + rest.size();
        cutLine = line();
        while (records.next()) {
            watch.row();
        }
        return true;
    }

    private void reject() {
        if (badRows == BadRows.ERROR) {
            throw ragged();
        }
        rejectedRows++;
        if (rejected.size() < ImportReport.MOST_REJECTED) {
            rejected.add(new RejectedRow("line " + line(), "%d cells instead of %d".formatted(records.cells().size(), names.size()),
                    String.join(report.separator(), records.cells())));
        }
        watch.row();
    }

    /// Names this record and the next broken ones.
    private ProblemException ragged() {
        String here = "line %d (%d cells)".formatted(line(), records.cells().size());
        String more = raggedLines();
        return FileChecks.problem(file, "rows-ragged", "Each row must have %d cells like the header, but not %s%s"
                .formatted(names.size(), here, more.isEmpty() ? "." : "; " + more),
                "Correct these lines, quote cells that hold the separator, choose another separator, or leave such rows out (--bad-rows skip).");
    }

    /// A sentence part that names further lines with a wrong number of cells; empty if there are none.
    private String raggedLines() {
        List<String> lines = new ArrayList<>();
        boolean more = false;
        try {
            // In the head of a file only what is near.
            for (int seen = 0; !more && (!watch.isHead() || seen < SEARCHED_IN_HEAD) && records.next(); seen++) {
                if (records.cells().size() != names.size()) {
                    more = lines.size() == SHOWN_LINES;
                    lines.add("line %d (%d cells)".formatted(line(), records.cells().size()));
                }
            }
        } catch (ProblemException brokenFurtherDown) {
            lines.add(brokenFurtherDown.problem().what());
        }
        if (lines.isEmpty()) {
            return "";
        }
        return "%d cells are expected, not so in %s%s".formatted(names.size(), String.join(", ", lines.subList(0, Math.min(SHOWN_LINES, lines.size()))),
                more ? " and more." : ".");
    }

    // Line of the file in which the record starts.
    private int line() {
        return sampled == null ? records.startLine() : sampled.lineOf(records.startLine());
    }

    @Override
    public ImportReport report() {
        ImportReport all = report.withRejected(rejected, rejectedRows);
        if (cut > 0) {
            all = all.plus(List.of(new ImportNote("rows-cut", "",
                    "The last %d rows of the file, from line %d on, are sums or remarks and were left out.".formatted(cut, cutLine))));
        }
        return sampled == null ? all : all.plus(List.of(sample.note(taken, sampled.records())));
    }

    @Override
    public void close() {
        records.close();
    }
}
