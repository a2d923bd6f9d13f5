package lathe.engine.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.Imported;
import lathe.engine.data.ReadProgress;
import lathe.engine.data.RowSample;
import lathe.engine.data.TableImport;
import lathe.engine.profile.Profiler;
import lathe.engine.profile.Thresholds;
import lathe.engine.progress.CancelToken;
import org.jspecify.annotations.Nullable;

/// Profiles a file of any length.
///
/// A CSV or Parquet file that may take more than a quarter of the memory Java has is not held in memory: types are found on a random
/// sample of its blocks, all rows are read once for the figures of the columns, and findings that compare rows rest on the sample.
/// Files of which no rows can be drawn (workbooks, JSON lines, folders) are read whole.
public final class FileProfiling {

    private static final double SHARE_OF_MEMORY = 0.25;
    // Bytes of plain text for a byte of the file, about.
    private static final double GZIP = 6;
    private static final double PARQUET = 8;
    // Memory a table takes for a byte of plain text, with what typing and statistics take besides.
    private static final double IN_MEMORY = 3;
    private static final double SAMPLE_BYTES = 48e6;
    private static final double SAMPLE_SHARE_OF_MEMORY = 1.0 / 24;
    private static final long SEED = 0x5EEDL;

    private final double memory;
    private final Thresholds thresholds;

    /// With the memory Java has.
    ///
    /// @param thresholds from which something is told of
    public FileProfiling(Thresholds thresholds) {
        this(Runtime.getRuntime().maxMemory(), thresholds);
    }

    /// @param memory bytes
    FileProfiling(double memory, Thresholds thresholds) {
        this.memory = memory;
        this.thresholds = thresholds;
    }

    /// @param target   column to predict, or null
    /// @param progress hears at most twenty times a second, on the calling thread
    /// @throws lathe.scoring.ProblemException if the file cannot be read or has no such column
    /// @throws java.util.concurrent.CancellationException if asked to stop
    public ProfiledFile profile(Path file, ImportOptions reading, @Nullable String target, CancelToken cancel, Consumer<ReadProgress> progress) {
        RowSample sample = sample(file, reading);
        if (!sample.isAll()) {
            return new LongFilePass(file, sample, target, cancel, progress).profile(reading, thresholds);
        }
        Imported imported = new TableImport().read(file, reading, cancel, progress);
        return new ProfiledFile(Profiler.profile(imported.table(), target, thresholds), imported.report(), 0, Set.of());
    }

    /// How a file is read to be held in memory: all rows, or of a long file the sample a profile rests on.
    ///
    /// @throws lathe.scoring.ProblemException if there is no such file
    public ImportOptions held(Path file, ImportOptions reading) {
        return reading.withSample(sample(file, reading));
    }

    private RowSample sample(Path file, ImportOptions reading) {
        double bytes = textBytes(file);
        if (bytes * IN_MEMORY <= SHARE_OF_MEMORY * memory || !new TableImport().draws(file, reading)) {
            return RowSample.ALL;
        }
        return new RowSample(Math.min(1, Math.min(SAMPLE_BYTES, SAMPLE_SHARE_OF_MEMORY * memory / IN_MEMORY) / bytes), SEED);
    }

    // Of a CSV file with the same content; 0 for what is no such file.
    private static double textBytes(Path file) {
        if (Files.isDirectory(file)) {
            return 0;
        }
        FileChecks.requireContent(file);
        double packed = FileChecks.startsWith(file, 'P', 'A', 'R', '1') ? PARQUET : FileChecks.startsWith(file, 0x1F, 0x8B) ? GZIP : 1;
        return FileChecks.size(file) * packed;
    }
}
