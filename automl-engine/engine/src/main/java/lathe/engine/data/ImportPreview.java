package lathe.engine.data;

import java.util.List;

/// The head of a file, read and typed as far as it goes: over all rows a type may turn out otherwise.
///
/// @param imported the first rows
/// @param lines    the file's first lines as they stand there; empty for formats that are no text
/// @param whole    whether these are all rows
public record ImportPreview(Imported imported, List<String> lines, boolean whole) {

    public ImportPreview {
        lines = List.copyOf(lines);
    }
}
