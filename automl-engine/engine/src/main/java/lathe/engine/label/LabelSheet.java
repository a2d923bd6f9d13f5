package lathe.engine.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.NumberStyle;
import lathe.engine.data.TableImport;
import lathe.engine.export.CsvFormat;
import lathe.engine.export.OutputCell;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Rows without a target as a table to fill in elsewhere: CSV, read back in any format Lathe reads.
public final class LabelSheet {

    private static final String KEY = "row_key";

    private LabelSheet() {
    }

    /// One row to be filled in.
    ///
    /// @param row its place in the table, from 0
    /// @param why it is worth it, in a few words
    public record Line(int row, String key, String why) { }

    /// With the key, the empty target, the number of the row from 1, why it is worth it, and the other columns.
    public static String of(Table table, String target, List<Line> lines) {
        List<OutputCell> names = new ArrayList<>(List.of(exact(KEY), exact(target), exact("row_number"), exact("why")));
        table.schema().names().stream().filter(name -> !name.equals(target)).forEach(name -> names.add(new OutputCell.Text(name)));
        StringBuilder out = new StringBuilder(CsvFormat.line(names)).append('\n');
        for (Line line : lines) {
            List<OutputCell> cells = new ArrayList<>(List.of(exact(line.key()), exact(""), exact(Integer.toString(line.row() + 1)),
                    new OutputCell.Text(line.why())));
            Schema schema = table.schema();
            for (int c = 0; c < schema.size(); c++) {
                if (!schema.field(c).name().equals(target)) {
                    cells.add(new OutputCell.Text(text(table.columns().get(c), line.row())));
                }
            }
            out.append(CsvFormat.line(cells)).append('\n');
        }
        return out.toString();
    }

    private static OutputCell exact(String text) {
        return new OutputCell.Exact(text);
    }

    /// A cell as people read it; empty if missing.
    public static String text(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers -> numbers.isMissing(row) ? "" : NumberStyle.write(numbers.value(row));
            case StringColumn texts -> texts.text(row).replace(Table.LIST_SEPARATOR, "; ");
        };
    }

    /// What was filled in, by key of the row; rows whose target is still empty are left out.
    ///
    /// @param fresh whether classes that are not known yet may stand there
    /// @throws ProblemException if the file cannot be read, has no column of keys or of targets, or holds what may not be typed
    public static Map<String, String> read(Path file, Answers answers, boolean fresh) {
        TableImport tables = new TableImport();
        List<String> there = tables.names(file, ImportOptions.defaults());
        for (String name : List.of(KEY, answers.target())) {
            if (!there.contains(name)) {
                throw new ProblemException(new Problem("labels-unreadable", "Typed targets need the columns '%s' and '%s'; this table has %s."
                        .formatted(KEY, answers.target(), there), file.toString(), "Write the rows with lathe label --show, and fill in that table."));
            }
        }
        Table table = tables.read(file, ImportOptions.defaults().withType(KEY, FieldType.TEXT).withType(answers.target(), FieldType.TEXT)).table();
        Map<String, String> typed = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            String value = table.strings(answers.target()).text(row).strip();
            String key = table.strings(KEY).text(row).strip();
            if (value.isEmpty()) {
                continue;
            }
            if (key.isEmpty()) {
                throw new ProblemException(new Problem("labels-unreadable", "A typed target needs the key of its row.",
                        "%s, row %d".formatted(file, row + 1), "Take the key from the table that lathe label --show wrote."));
            }
            typed.put(key, accepted(answers, value, fresh, "%s, row %d".formatted(file, row + 1)));
        }
        return typed;
    }

    private static String accepted(Answers answers, String value, boolean fresh, String where) {
        try {
            return answers.accept(value, fresh);
        } catch (ProblemException refused) {
            throw new ProblemException(new Problem(refused.problem().code(), refused.problem().what(), where, refused.problem().remedy()), refused);
        }
    }
}
