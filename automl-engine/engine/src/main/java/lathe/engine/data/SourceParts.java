package lathe.engine.data;

import java.util.List;

/// What of a source is read that holds more than one table: a folder, or a zip archive.
///
/// @param files      of a folder: paths or patterns (`2024-*.csv`) relative to it; none for all tables that lie in it
/// @param entry      of an archive: its only table if empty
/// @param fileColumn name of a column that is to say which file of the folder a row comes from; empty for none
public record SourceParts(List<String> files, String entry, String fileColumn) {

    /// Everything there is.
    public static final SourceParts ALL = new SourceParts(List.of(), "", "");

    public SourceParts {
        files = List.copyOf(files);
    }
}
