package lathe.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.Table;

/// Entry of this room: reads a file of any known format as a typed table.
public final class TableImport {

    private final List<TableReader> readers;

    /// With all readers on the class path.
    public TableImport() {
        this(ServiceLoader.load(TableReader.class).stream().map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(TableReader::id)).toList());
    }

    /// With these readers; the first that takes a file reads it.
    public TableImport(List<TableReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /// Reads a whole file and finds its types over all rows.
    ///
    /// @throws ProblemException if the file is missing, broken, of no known format or without rows
    public Imported read(Path file, ImportOptions options) {
        FileChecks.requireContent(file);
        try (RawSource source = reader(file).open(file, options)) {
            requireKnown(file, source.names(), options);
            RawTable raw = source.next(Integer.MAX_VALUE);
            if (raw.rows() == 0) {
                throw noRows(file);
            }
            return new TableTyping(raw, options).typed(source.report());
        } catch (ProblemException e) {
            throw placed(file, e);
        }
    }

    /// Reads a whole file as a signature says; its columns come in the signature's order.
    ///
    /// @throws ProblemException as [#read], and if a column of the signature is missing or, under [BadCells#ERROR], a
    ///                          cell is not what its field says
    public Table readAs(Path file, Schema signature, BadCells policy) {
        List<Table> all = new ArrayList<>();
        stream(file, signature, policy, Integer.MAX_VALUE, all::add);
        return all.getFirst();
    }

    /// Like [#readAs], in chunks of at most `chunkRows` rows in the file's order, so that a file of any length fits memory.
    /// Workbooks are read whole first.
    public void stream(Path file, Schema signature, BadCells policy, int chunkRows, Consumer<Table> chunks) {
        stream(file, signature, policy, ImportOptions.defaults(), chunkRows, chunks);
    }

    /// Like the other, with options for the file itself; its types and formats are those of the signature.
    public void stream(Path file, Schema signature, BadCells policy, ImportOptions options, int chunkRows,
                       Consumer<Table> chunks) {
        if (chunkRows < 1) {
            throw new IllegalArgumentException("chunkRows must be at least 1, was " + chunkRows);
        }
        FileChecks.requireContent(file);
        try (RawSource source = reader(file).open(file, options)) {
            SignatureReading reading = new SignatureReading(file, source.names(), signature, policy);
            RawTable raw = source.next(chunkRows);
            if (raw.rows() == 0) {
                throw noRows(file);
            }
            while (raw.rows() > 0) {
                chunks.accept(reading.read(raw));
                raw = source.next(chunkRows);
            }
        } catch (ProblemException e) {
            throw placed(file, e);
        }
    }

    private TableReader reader(Path file) {
        for (TableReader reader : readers) {
            if (reader.reads(file)) {
                return reader;
            }
        }
        String kind = FileChecks.binaryKind(file);
        throw FileChecks.problem(file, "format-unknown",
                kind.isEmpty() ? "The format of this file is not known." : "This looks like %s, not like a table.".formatted(kind),
                "Readable are CSV, TSV (also .gz), Excel (.xlsx), Parquet and JSON lines.");
    }

    private static ProblemException noRows(Path file) {
        return FileChecks.problem(file, "no-rows", "The file has column names but no rows.", "Choose a file with rows.");
    }

    private static void requireKnown(Path file, List<String> names, ImportOptions options) {
        for (String name : options.types().keySet()) {
            if (!names.contains(name)) {
                throw FileChecks.problem(file, "column-unknown", "There is no column '%s' to set a type for.".formatted(name),
                        "The columns are: %s.".formatted(String.join(", ", names.subList(0, Math.min(30, names.size())))));
            }
        }
    }

    private static ProblemException placed(Path file, ProblemException e) {
        Problem problem = e.problem();
        if (!problem.where().isEmpty()) {
            return e;
        }
        return new ProblemException(new Problem(problem.code(), problem.what(), file.toString(), problem.remedy()), e);
    }
}
