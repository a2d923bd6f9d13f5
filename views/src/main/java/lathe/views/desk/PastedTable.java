package lathe.views.desk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import lathe.engine.export.WholeFile;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// A table that was copied elsewhere, kept as a file of its own: what is on the clipboard is gone tomorrow.
final class PastedTable {

    private static final int MOST_CHARACTERS = 100_000_000;

    private PastedTable() { }

    /// @param text   lines of cells, as spreadsheets give them (tabs between) or as a CSV file holds them
    /// @param folder made if it is not there
    /// @param day    goes into the name
    /// @return the file, `pasted-2024-01-31.tsv`; `-2` and so on where there is one
    /// @throws ProblemException if it is no table
    static Path keep(String text, Path folder, LocalDate day) {
        long lines = text.lines().filter(line -> !line.isBlank()).limit(2).count();
        if (lines < 2) {
            throw new ProblemException(Problem.of("clipboard-no-table", lines == 0 ? "The clipboard holds no text."
                    : "The clipboard holds one line; a table has a row of names and rows below it.",
                    "Copy the cells in the spreadsheet, with the row of names, and paste again."));
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new ProblemException(Problem.of("clipboard-too-long", "The clipboard holds %,d characters, at most %,d are taken."
                    .formatted(text.length(), MOST_CHARACTERS), "Save the table as a file and choose that."));
        }
        String ending = text.indexOf('\t') >= 0 ? "tsv" : "csv";
        Path file = folder.resolve("pasted-%s.%s".formatted(day, ending));
        for (int next = 2; Files.exists(file); next++) {
            file = folder.resolve("pasted-%s-%d.%s".formatted(day, next, ending));
        }
        WholeFile.write(file, temporary -> {
            Files.createDirectories(folder);
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
        });
        return file;
    }
}
