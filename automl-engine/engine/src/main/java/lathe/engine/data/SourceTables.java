package lathe.engine.data;

import java.util.List;

/// The tables a source holds, as far as one can choose among them.
///
/// @param kind  how they are chosen
/// @param names of the tables; none for a source with one table only, and for a workbook, whose report names its sheets
public record SourceTables(Kind kind, List<String> names) {

    /// A source with nothing to choose.
    public static final SourceTables ONE = new SourceTables(Kind.ONE, List.of());

    /// How tables of a source are chosen.
    public enum Kind {
        /// Not at all.
        ONE,
        /// Files of a folder, which are read as one table unless some are named in [SourceParts#files].
        FILES,
        /// Tables of an archive, of which [SourceParts#entry] names one.
        ENTRIES,
        /// Tables of a database, of which [ImportOptions#sheet] names one.
        TABLES
    }

    public SourceTables {
        names = List.copyOf(names);
    }
}
