package lathe.samples;

import java.util.List;

/// What a newcomer has to know about one table before training on it.
///
/// @param file     file name inside the folder of the catalogue, without a path
/// @param title    a few words, for a list
/// @param story    who has this table and what the prediction is for, in two or three sentences
/// @param task     `binary`, `multiclass` or `regression`
/// @param target   name of the column to predict
/// @param drop     columns that should not be offered to a learner: identifiers and leaks
/// @param dropHint why the leaking column among them is a trap
/// @param rows     number of rows without headers
/// @param columns  number of columns with the target; nested fields count one each
/// @param licence  SPDX identifier
/// @param origin   who made the table
public record CatalogueEntry(String file, String title, String story, String task, String target, List<String> drop,
                             String dropHint, int rows, int columns, String licence, String origin) {

    static final String LICENCE = "CC0-1.0";
    static final String ORIGIN = "drawn by lathe.samples.GenerateSamples; no person or company behind any row";

    /// @throws IllegalArgumentException if the file is not a plain name, or the table has no row or under two columns
    public CatalogueEntry {
        if (file.isBlank() || file.contains("/") || file.contains("\\")) {
            throw new IllegalArgumentException("file must be a plain file name, was '" + file + "'");
        }
        if (rows < 1 || columns < 2) {
            throw new IllegalArgumentException("%s must have at least 1 row and 2 columns, had %d and %d"
                    .formatted(file, rows, columns));
        }
        drop = List.copyOf(drop);
    }
}
