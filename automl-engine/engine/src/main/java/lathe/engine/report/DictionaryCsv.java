package lathe.engine.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.track.ColumnDictionary;
import lathe.engine.track.ColumnMeaning;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;

/// A column dictionary as a table to fill in elsewhere: CSV as [LeaderboardCsv] writes it, read back in any format Lathe reads.
public final class DictionaryCsv {

    private static final List<String> HEADER = List.of("column", "meaning", "unit", "owner", "personal");

    private DictionaryCsv() {
    }

    /// @param names of the columns to list; those of which nothing is said have empty cells
    public static String of(ColumnDictionary dictionary, Collection<String> names) {
        StringBuilder out = new StringBuilder(String.join(",", HEADER)).append('\n');
        for (String name : names) {
            ColumnMeaning said = dictionary.column(name);
            List<String> cells = List.of(name, said.meaning(), said.unit(), said.owner(), said.personal());
            out.append(String.join(",", cells.stream().map(CsvText::cell).toList())).append('\n');
        }
        return out.toString();
    }

    /// What a file says about columns, by name.
    ///
    /// @throws ProblemException if it cannot be read, has no column `column`, or another word than yes or no under `personal`
    public static Map<String, ColumnMeaning> read(Path file) {
        TableImport tables = new TableImport();
        List<String> there = tables.names(file, ImportOptions.defaults());
        if (!there.contains(HEADER.getFirst())) {
            throw new ProblemException(new Problem("dictionary-unreadable", "A column dictionary needs a column 'column' with the names; this table has %s."
                    .formatted(there), file.toString(), "Export the dictionary and fill in that file."));
        }
        ImportOptions asTexts = ImportOptions.defaults();
        for (String each : HEADER) {
            asTexts = there.contains(each) ? asTexts.withType(each, FieldType.TEXT) : asTexts;
        }
        Table table = tables.read(file, asTexts).table();
        Map<String, ColumnMeaning> said = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (String each : HEADER) {
                cells.add(there.contains(each) ? CsvText.plain(table.strings(each).text(row)).strip() : "");
            }
            if (!cells.getFirst().isEmpty()) {
                said.put(cells.getFirst(), new ColumnMeaning(cells.get(1), cells.get(2), cells.get(3),
                        personal(cells.get(4), cells.getFirst(), file)));
            }
        }
        return said;
    }

    private static String personal(String word, String column, Path file) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "" -> "";
            case "yes", "ja", "true", "x" -> ColumnMeaning.YES;
            case "no", "nein", "false" -> ColumnMeaning.NO;
            default -> throw new ProblemException(new Problem("dictionary-unreadable",
                    "Under 'personal' stands yes, no or nothing, not '%s'.".formatted(word), file + ", column '" + column + "'",
                    "Put the word right in the file."));
        };
    }
}
