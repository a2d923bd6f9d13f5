package lathe.engine.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import lathe.engine.builtin.RowFormats;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.RawTable;
import lathe.engine.data.TableImport;
import lathe.engine.data.UnreadCells;
import lathe.engine.export.CellType;
import lathe.engine.export.OutputCell;
import lathe.engine.export.RowFormat;
import lathe.engine.export.RowSink;
import lathe.engine.export.WholeFile;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Field;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Uncertainty;
import lathe.scoring.pack.ModelPackage;
import org.jspecify.annotations.Nullable;

/// Scores the rows of a file into another file, chunk by chunk, so that memory does not grow with the file: one thread reads and
/// writes, the others predict. Desktop and command line both come in here.
///
/// The columns written: those of the file, if they are kept; `prediction`; `p_<class>` for each class; `reason_1` and so
/// on, the main reasons of the row, for two classes about the positive one, for more about the one predicted. If ranges are
/// asked for, `<target>_low` and `<target>_high` follow the prediction, or `<target>_set` the probabilities.
public final class FileScoring {

    private static final int CHUNK_ROWS = 8192;
    // Reasons take long, and progress should be heard and a cancel obeyed within seconds.
    private static final int CHUNK_WITH_REASONS = 64;

    private final ModelPackage model;
    private final Signature signature;

    public FileScoring(ModelPackage model) {
        this.model = model;
        this.signature = model.signature();
    }

    /// The model's columns in its order, then those only the file has.
    ///
    /// @throws ProblemException if the file cannot be read
    public List<ColumnMatch> match(Path file, ImportOptions reading) {
        List<String> names = new TableImport().names(file, reading);
        List<ColumnMatch> matches = new ArrayList<>();
        for (Field input : signature.inputs().fields()) {
            matches.add(new ColumnMatch(input.name(), input.type(),
                    names.contains(input.name()) ? ColumnMatch.State.MATCHED : ColumnMatch.State.MISSING));
        }
        names.stream().filter(name -> signature.inputs().find(name).isEmpty())
                .forEach(name -> matches.add(new ColumnMatch(name, null, ColumnMatch.State.NOT_USED)));
        return matches;
    }

    /// Scores every row.
    ///
    /// @param out      ends with `.xlsx` for a workbook, `.parquet` for Parquet, otherwise CSV is written; appears whole or not at
    ///                 all, and replaces a file that is there
    /// @param rowsDone hears how many rows are done, now and then, on the calling thread
    /// @throws ProblemException if the file cannot be read, lacks columns, or the output cannot be written
    /// @throws java.util.concurrent.CancellationException if cancelled
    public ScoredFile score(Path file, Path out, ScoringOptions options, LongConsumer rowsDone, CancelToken cancel) {
        refuseSame(file, out);
        if (options.ranges() && model.manifest().uncertainty() instanceof Uncertainty.None) {
            throw new ProblemException(Problem.of("model-without-ranges", "The model does not know how far it may be off.",
                    "Leave the ranges out, or train it again on at least 10 rows, without a quantile."));
        }
        RowFormat format = RowFormats.of(out);
        Work work = new Work(options, format.isTyped(), rowsDone, cancel);
        WholeFile.write(out, temporary -> {
            try (Writing writing = new Writing(format, temporary, work); ChunkCrew<Chunk> crew = crew(options, writing)) {
                new TableImport().stream(file, signature.inputs(), options.badCells(), options.reading(),
                        options.reasons() > 0 ? CHUNK_WITH_REASONS : CHUNK_ROWS, (raw, rows) -> {
                            cancel.stopIfCancelled();
                            crew.add(() -> work.chunk(raw, rows));
                        }, work.unread);
                crew.finish();
                writing.complete();
            }
        });
        return new ScoredFile(out, work.done, Stream.concat(work.unread.sentences().stream(), work.unlike.sentences().stream()).toList());
    }

    private static ChunkCrew<Chunk> crew(ScoringOptions options, Writing writing) {
        // One reader feeds any number of threads that look for reasons.
        return options.reasons() > 0 ? new ChunkCrew<>("scoring", Runtime.getRuntime().availableProcessors(), writing::write)
                : new ChunkCrew<>("scoring", writing::write);
    }

    private static void refuseSame(Path file, Path out) {
        if (Files.isDirectory(file) && file.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize().getParent())) {
            throw new ProblemException(new Problem("output-among-input", "The predictions would lie among the files they are made of.",
                    out.toString(), "Write them into another folder."));
        }
        try {
            if (Files.exists(out) && Files.exists(file) && Files.isSameFile(file, out)) {
                throw new ProblemException(new Problem("output-is-input", "The predictions would replace the data they are made of.",
                        out.toString(), "Give the output another name."));
            }
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    private record Chunk(RawTable raw, Table rows, Predictions predictions, List<List<String>> reasons, int[] unlike) { }

    /// The file that comes to be. It is begun with the first rows, because only they tell its columns.
    private static final class Writing implements AutoCloseable {

        private final RowFormat format;
        private final Path file;
        private final Work work;
        private @Nullable RowSink begun;

        Writing(RowFormat format, Path file, Work work) {
            this.format = format;
            this.file = file;
            this.work = work;
        }

        void write(Chunk chunk) {
            try {
                KeptColumns kept = work.kept(chunk);
                RowSink sink = begun;
                if (sink == null) {
                    sink = format.open(file, work.types(kept));
                    begun = sink;
                    sink.row(work.header(kept));
                }
                work.write(chunk, kept, sink);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        void complete() throws IOException {
            RowSink sink = begun;
            if (sink != null) {
                sink.complete();
            }
        }

        @Override
        public void close() throws IOException {
            RowSink sink = begun;
            if (sink != null) {
                sink.close();
            }
        }
    }

    /// What goes on in one file.
    private final class Work {

        private final ScoringOptions options;
        private final boolean typed;
        private final LongConsumer rowsDone;
        private final CancelToken cancel;
        private final Reasons reasons;
        private final UnlikeTraining unlike = new UnlikeTraining(signature, model.manifest().inputs());
        private final UnreadCells unread = new UnreadCells();
        private long done;

        Work(ScoringOptions options, boolean typed, LongConsumer rowsDone, CancelToken cancel) {
            this.options = options;
            this.typed = typed;
            this.rowsDone = rowsDone;
            this.cancel = cancel;
            this.reasons = new Reasons(model, options.reasons());
        }

        /// On any thread.
        Chunk chunk(RawTable raw, Table rows) {
            cancel.stopIfCancelled();
            Predictions predictions = model.pipeline().predict(rows);
            return new Chunk(raw, rows, predictions, reasons.of(rows, predictions), unlike.counts(rows));
        }

        KeptColumns kept(Chunk chunk) {
            if (!options.keepColumns()) {
                return KeptColumns.NONE;
            }
            return typed ? KeptColumns.typed(chunk.raw, chunk.rows) : KeptColumns.of(chunk.raw, chunk.rows);
        }

        void write(Chunk chunk, KeptColumns kept, RowSink sink) throws IOException {
            cancel.stopIfCancelled();
            for (int row = 0; row < chunk.rows.rows(); row++) {
                List<OutputCell> cells = new ArrayList<>(kept.cells(row));
                addPrediction(cells, chunk.predictions, row);
                if (options.ranges()) {
                    cells.addAll(UncertaintyCells.of(model.manifest().uncertainty(), signature, chunk.predictions, row));
                }
                chunk.reasons.get(row).forEach(text -> cells.add(new OutputCell.Text(text)));
                sink.row(cells);
            }
            unlike.add(chunk.unlike, chunk.rows.rows());
            done += chunk.rows.rows();
            rowsDone.accept(done);
        }

        /// Of the columns in the order of the header.
        List<CellType> types(KeptColumns kept) {
            boolean classes = !signature.classes().isEmpty();
            List<CellType> types = new ArrayList<>(kept.types());
            types.add(classes ? CellType.TEXT : CellType.NUMBER);
            types.addAll(Collections.nCopies(signature.classes().size(), CellType.NUMBER));
            if (options.ranges()) {
                types.addAll(Collections.nCopies(UncertaintyCells.names(signature).size(), classes ? CellType.TEXT : CellType.NUMBER));
            }
            types.addAll(Collections.nCopies(options.reasons(), CellType.TEXT));
            return types;
        }

        List<OutputCell> header(KeptColumns kept) {
            List<String> ours = new ArrayList<>(List.of("prediction"));
            signature.classes().forEach(name -> ours.add("p_" + name));
            if (options.ranges()) {
                ours.addAll(UncertaintyCells.names(signature));
            }
            for (int reason = 1; reason <= options.reasons(); reason++) {
                ours.add("reason_" + reason);
            }
            Set<String> taken = new HashSet<>(ours);
            List<OutputCell> names = new ArrayList<>();
            kept.names().forEach(name -> names.add(new OutputCell.Text(taken.contains(name) ? name + " (file)" : name)));
            ours.forEach(name -> names.add(new OutputCell.Exact(name)));
            return names;
        }

        private void addPrediction(List<OutputCell> cells, Predictions predictions, int row) {
            List<String> classes = signature.classes();
            if (!classes.isEmpty()) {
                cells.add(new OutputCell.Exact(classes.get(signature.decide(predictions, row))));
            }
            for (int output = 0; output < predictions.width(); output++) {
                cells.add(new OutputCell.Numeric(predictions.at(row, output)));
            }
        }
    }
}
