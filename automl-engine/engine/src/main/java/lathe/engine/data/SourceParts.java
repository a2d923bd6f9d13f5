package lathe.engine.data;

import java.util.List;

/// What of a source is read that holds more than one table: a folder, or a zip archive; and what is put beside it.
///
/// @param files      of a folder: paths or patterns (`2024-*.csv`) relative to it; none for all tables that lie in it
/// @param entry      of an archive: its only table if empty
/// @param fileColumn name of a column that is to say which file of the folder a row comes from; empty for none
/// @param second     table whose columns are put beside those of the source
public record SourceParts(List<String> files, String entry, String fileColumn, SecondTable second) {

    /// Everything there is.
    public static final SourceParts ALL = new SourceParts(List.of(), "", "");

    /// Nothing beside it.
    public SourceParts(List<String> files, String entry, String fileColumn) {
        this(files, entry, fileColumn, SecondTable.NONE);
    }

    public SourceParts with(SecondTable table) {
        return new SourceParts(files, entry, fileColumn, table);
    }

    public SourceParts {
        files = List.copyOf(files);
    }
}
