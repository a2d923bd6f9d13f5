package lathe.engine.data;

import java.util.List;
import java.util.function.Supplier;
import lathe.scoring.ProblemException;

/// A table read out of an archive; its problems are told as those of the archive.
final class ZipSource implements RawSource {

    private final ZipTable table;
    private final RawSource source;

    /// @param table  closed with this
    /// @param source reads its file
    ZipSource(ZipTable table, RawSource source) {
        this.table = table;
        this.source = source;
    }

    @Override
    public List<String> names() {
        return source.names();
    }

    @Override
    public RawTable next(int maxRows) {
        return relabelling(table, () -> source.next(maxRows));
    }

    @Override
    public long rowsThere() {
        return source.rowsThere();
    }

    @Override
    public ImportReport report() {
        return source.report();
    }

    @Override
    public void close() {
        try {
            source.close();
        } finally {
            table.close();
        }
    }

    static <T> T relabelling(ZipTable table, Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            throw table.relabelled(e);
        }
    }
}
