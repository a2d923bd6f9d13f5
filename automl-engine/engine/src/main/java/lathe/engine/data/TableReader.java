package lathe.engine.data;

import java.nio.file.Path;
import java.util.List;

/// Extension point: one file format. Implementations are named in `META-INF/services`, have a constructor without
/// parameters and no state.
///
/// A file whose content does not fit, or that goes beyond [ImportLimits], is refused with a
/// [lathe.scoring.ProblemException] that names the thing, the rule and the remedy; nothing else is thrown for bad content.
public interface TableReader {

    /// Short lower-case name of the format: `csv`, `parquet`, `jsonl`, `excel`.
    String id();

    /// Whether the file is of this format, by its ending and, where that says nothing, by its first bytes.
    boolean reads(Path file);

    /// Opens a regular file that is not empty.
    ///
    /// @param watch is told of each row, and says whether the head of the file is enough
    RawSource open(Path file, ImportOptions options, ReadWatch watch);

    /// Opens it while nobody looks on.
    default RawSource open(Path file, ImportOptions options) {
        return open(file, options, ReadWatch.none());
    }

    /// Whether [#open] reads the rows of [ImportOptions#sample] only.
    default boolean draws(Path file, ImportOptions options) {
        return false;
    }

    /// Names of the tables of a file of which [ImportOptions#sheet] chooses one, where they cost no reading; otherwise none.
    default List<String> tables(Path file, ImportOptions options) {
        return List.of();
    }

    /// The first lines of a file as they stand there, at most `most`, each cut after `length` characters; none for formats
    /// that are no text.
    default List<String> lines(Path file, ImportOptions options, int most, int length) {
        return List.of();
    }
}
