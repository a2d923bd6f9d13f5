package lathe.engine.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.Table;

/// Entry of this room: reads a file of any known format as a typed table.
public final class TableImport {

    private static final int PASS_ROWS = 1 << 14;
    private static final int MOST_LINES = 200;
    private static final int MOST_LINE_LENGTH = 2000;

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

    /// Reads a whole file, or all tables of a folder as one, and finds its types over all rows.
    ///
    /// @throws ProblemException if the file is missing, broken, of no known format or without rows
    public Imported read(Path file, ImportOptions options) {
        return read(file, options, ReadWatch.none());
    }

    /// Like the other, told of and stopped while it goes on.
    ///
    /// @param progress hears at most twenty times a second, on the calling thread
    /// @throws CancellationException if asked to stop
    public Imported read(Path file, ImportOptions options, CancelToken cancel, Consumer<ReadProgress> progress) {
        return read(file, options, ReadWatch.of(cancel, progress));
    }

    private Imported read(Path file, ImportOptions options, ReadWatch watch) {
        watch.requireWanted();
        try (RawSource source = open(file, options, watch)) {
            return typed(file, source, options, watch);
        } catch (ProblemException e) {
            throw placed(file, e);
        }
    }

    private static Imported typed(Path file, RawSource source, ImportOptions options, ReadWatch watch) {
        requireKnown(file, source.names(), options);
        RawTable raw = source.next(watch.wantedRows());
        if (raw.rows() == 0) {
            throw noRows(file);
        }
        return new TableTyping(raw, options, watch).typed(source.report());
    }

    /// Whether rows of this file can be drawn, as [ImportOptions#sample] asks.
    public boolean draws(Path file, ImportOptions options) {
        if (Files.isDirectory(file)) {
            return false;   // how much of each would have to be settled first
        }
        FileChecks.requireContent(file);
        return !ZipTable.isArchive(file) && reader(file).draws(file, options);
    }

    /// About how long it would take to read all of a file, from the speed of its first megabytes.
    ///
    /// @param most seconds this may take, opening the file apart
    /// @throws ProblemException as [#read], as far as the first megabytes show it
    public double seconds(Path file, ImportOptions options, double most, CancelToken cancel) {
        FileChecks.requireContent(file);
        ReadWatch watch = ReadWatch.head(Integer.MAX_VALUE - 1, cancel);
        try (RawSource source = reader(file).open(file, options.withSample(RowSample.ALL), watch)) {
            return new ReadingPace(source, options, watch).seconds(FileChecks.size(file), most);
        } catch (ProblemException e) {
            throw placed(file, e);
        }
    }

    /// As the other, not to be stopped.
    public ImportPreview preview(Path file, ImportOptions options, int rows) {
        return preview(file, options, rows, new CancelToken());
    }

    /// Reads the head of a file. Takes no longer for a longer file, Parquet files with nested columns excepted.
    ///
    /// @param rows most rows; at least 1
    /// @throws ProblemException      as [#read], as far as the head shows it
    /// @throws CancellationException if asked to stop
    public ImportPreview preview(Path file, ImportOptions options, int rows, CancelToken cancel) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, was " + rows);
        }
        ReadWatch watch = ReadWatch.head(rows, cancel);
        try (RawSource source = open(file, options, watch)) {
            Imported imported = typed(file, source, options, watch);
            return new ImportPreview(imported, lines(file, options), isAtEnd(source));
        } catch (ProblemException e) {
            throw placed(file, e);
        }
    }

    /// The first lines of a file as they stand there, at most 200 of at most 2,000 characters, also of a file that cannot be
    /// read as a table; none if it is no text.
    public List<String> lines(Path file, ImportOptions options) {
        if (Files.isDirectory(file)) {
            return lines(FolderFiles.of(file, options.parts().files()).getFirst(), options);
        }
        FileChecks.requireContent(file);
        if (ZipTable.isArchive(file)) {
            try (ZipTable table = ZipTable.unpack(file, options.parts().entry(), ReadWatch.head(MOST_LINES, new CancelToken()))) {
                return reader(table.file()).lines(table.file(), options, MOST_LINES, MOST_LINE_LENGTH);
            }
        }
        return reader(file).lines(file, options, MOST_LINES, MOST_LINE_LENGTH);
    }

    /// The tables a source holds.
    ///
    /// @throws ProblemException if the source is missing, broken or of no known format
    public SourceTables tables(Path source, ImportOptions options) {
        if (Files.isDirectory(source)) {
            return new SourceTables(SourceTables.Kind.FILES, FolderFiles.of(source, List.of()).stream()
                    .map(file -> source.relativize(file).toString().replace('\\', '/')).toList());
        }
        FileChecks.requireContent(source);
        if (ZipTable.isArchive(source)) {
            return new SourceTables(SourceTables.Kind.ENTRIES, ZipTable.names(source));
        }
        List<String> names = reader(source).tables(source, options);
        return names.isEmpty() ? SourceTables.ONE : new SourceTables(SourceTables.Kind.TABLES, names);
    }

    /// Opens a file, the table of an archive, or the files of a folder as one table.
    private RawSource open(Path source, ImportOptions options, ReadWatch watch) {
        SecondTable asked = options.parts().second();
        if (asked.isNone()) {
            return openAlone(source, options, watch);
        }
        Path file = asked.file(source);
        Table second = read(file, asked.reading(source)).table();
        SecondRows rows = SecondRows.of(file, second, asked);
        RawSource first = openAlone(source, options, watch);
        try {
            return new JoinSource(first, rows, file, asked);
        } catch (ProblemException refused) {
            first.close();
            throw refused;
        }
    }

    private RawSource openAlone(Path source, ImportOptions options, ReadWatch watch) {
        return Files.isDirectory(source) ? new FolderSource(source, options, watch, this::openFile) : openFile(source, options, watch);
    }

    private RawSource openFile(Path file, ImportOptions options, ReadWatch watch) {
        FileChecks.requireContent(file);
        if (!ZipTable.isArchive(file)) {
            return reader(file).open(file, options, watch);
        }
        ZipTable table = ZipTable.unpack(file, options.parts().entry(), watch);
        try {
            return ZipSource.relabelling(table, () -> {
                FileChecks.requireContent(table.file());
                return new ZipSource(table, reader(table.file()).open(table.file(), options, watch));
            });
        } catch (ProblemException | CancellationException refused) {
            table.close();
            throw refused;
        }
    }

    private static boolean isAtEnd(RawSource source) {
        try {
            return source.next(1).rows() == 0;
        } catch (ProblemException brokenFurtherDown) {
            return false;
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
        stream(file, signature, policy, options, chunkRows, (raw, typed) -> chunks.accept(typed));
    }

    /// Like the other, with all cells of the chunk's rows as they stand in the file beside the typed ones.
    public void stream(Path file, Schema signature, BadCells policy, ImportOptions options, int chunkRows,
                       BiConsumer<RawTable, Table> chunks) {
        stream(file, signature, policy, options, chunkRows, chunks, new UnreadCells());
    }

    /// Like the other, with account of the cells that count as missing because they were not understood.
    public void stream(Path file, Schema signature, BadCells policy, ImportOptions options, int chunkRows,
                       BiConsumer<RawTable, Table> chunks, UnreadCells unread) {
        if (chunkRows < 1) {
            throw new IllegalArgumentException("chunkRows must be at least 1, was " + chunkRows);
        }
        try (RawSource source = open(file, options, ReadWatch.none())) {
            SignatureReading reading = new SignatureReading(file, source.names(), signature, policy, unread);
            RawTable raw = source.next(chunkRows);
            if (raw.rows() == 0) {
                throw noRows(file);
            }
            while (raw.rows() > 0) {
                chunks.accept(raw, reading.read(raw));
                raw = source.next(chunkRows);
            }
        } catch (ProblemException e) {
            throw placed(file, e);
        }
    }

    /// Goes over the rows of a file whose types were found on some of them, piece by piece, and checks that they fit.
    ///
    /// @param types  of the columns wanted
    /// @param pieces takes what gives the next rows; it may be called on another thread, one piece after the other
    /// @return what reading decided and left out; nothing about types
    /// @throws ProblemException      as [#read]
    /// @throws CancellationException if asked to stop
    public ImportReport pass(Path file, Schema types, ImportOptions options, CancelToken cancel, Consumer<ReadProgress> progress,
                             Consumer<Supplier<CheckedRows>> pieces) {
        try (RawSource source = open(file, options, ReadWatch.of(cancel, progress))) {
            CheckedReading reading = new CheckedReading(source.names(), types);
            for (RawTable raw = source.next(PASS_ROWS); raw.rows() > 0; raw = source.next(PASS_ROWS)) {
                RawTable rows = raw;
                pieces.accept(() -> reading.read(rows));
            }
            return source.report();
        } catch (ProblemException e) {
            throw placed(file, e);
        }
    }

    /// Names of a file's columns, without reading its rows.
    ///
    /// @throws ProblemException if the file is missing, broken or of no known format
    public List<String> names(Path file, ImportOptions options) {
        try (RawSource source = open(file, options, ReadWatch.none())) {
            return source.names();
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
                "Readable are CSV, TSV (also .gz), Excel (.xlsx), Parquet and JSON lines, also in a .zip.");
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
