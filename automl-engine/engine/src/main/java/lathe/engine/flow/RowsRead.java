package lathe.engine.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.Imported;
import lathe.engine.data.RowSample;
import lathe.engine.data.TableImport;
import lathe.engine.progress.CancelToken;
import lathe.engine.provenance.Seed;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.ReadingChoice;

/// How many of the rows a run reads: all, or as many as can be read in a tenth of the budget.
///
/// Decided once, from the size of the file and the speed of its first megabytes, and kept in the run's record: with the same share
/// and seed the same rows are read again. A run limited by trials reads all rows unless a share is asked for, because it is to give
/// the same on every machine.
final class RowsRead {

    private static final double SHARE_OF_BUDGET = 0.1;
    private static final double SHARE_FOR_TRYING = 0.2;   // of that tenth
    // Nothing is tried where even a slow machine would be done in time.
    private static final double SLOWEST_BYTES_A_SECOND = 4e6;
    private static final double PACKED = 6;
    // A byte that is only looked at takes about so much of the time of one that is read.
    private static final double LOOKED_AT = 0.06;
    private static final double UNPACKED_ONLY = 0.16;
    // Fewer rows would be too few to learn from, and so many are read in about a second.
    private static final double LEAST_BYTES = 2e6;
    private static final double NEARLY_ALL = 0.9;

    private static final Set<String> TELLING = Set.of("date-order-assumed", "decimal-mark-assumed", "rows-rejected", "rows-cut",
            "columns-missing-in-file", "types-differ-between-files");

    private RowsRead() { }

    /// The settings with the share of the rows decided.
    static ProjectSettings decided(Path source, ProjectSettings asked, CancelToken cancel) {
        double share = asked.reading().sample() > 0 ? asked.reading().sample() : share(source, asked, cancel);
        return asked.withReading(asked.reading().withSample(share));
    }

    private static double share(Path source, ProjectSettings asked, CancelToken cancel) {
        double allowed = SHARE_OF_BUDGET * asked.search().budgetSeconds();
        TableImport tables = new TableImport();
        ImportOptions options = ProjectReading.of(asked);
        if (Files.isDirectory(source)) {
            return 1;
        }
        FileChecks.requireContent(source);
        boolean packed = FileChecks.startsWith(source, 0x1F, 0x8B);
        double bytes = FileChecks.size(source) * (packed ? PACKED : 1);
        if (asked.search().trialLimit() > 0 || bytes / SLOWEST_BYTES_A_SECOND <= allowed || !tables.draws(source, options)) {
            return 1;
        }
        long begin = System.nanoTime();
        double whole = tables.seconds(source, options, SHARE_FOR_TRYING * allowed, cancel);
        double left = allowed - (System.nanoTime() - begin) / 1e9;
        return share(whole, left, packed ? UNPACKED_ONLY : LOOKED_AT, LEAST_BYTES / bytes);
    }

    /// @param whole    seconds to read all rows
    /// @param left     seconds there are
    /// @param lookedAt share of the whole that rows cost which are not drawn
    /// @param least    share in any case
    static double share(double whole, double left, double lookedAt, double least) {
        if (whole <= left) {
            return 1;
        }
        double share = (left / whole - lookedAt) / (1 - lookedAt);
        return Math.max(least, share) >= NEARLY_ALL ? 1
                : new BigDecimal(Math.max(least, share)).round(new MathContext(2, RoundingMode.DOWN)).doubleValue();
    }

    /// How the source is read, once the share is decided.
    static ImportOptions options(ProjectSettings decided) {
        return ProjectReading.of(decided).withSample(sample(decided.reading(), decided.search().seed()));
    }

    static RowSample sample(ReadingChoice reading, Seed seed) {
        return reading.draws() ? new RowSample(reading.sample(), seed.child("rows", 0).value()) : RowSample.ALL;
    }

    /// What a person is told of it, if not simply all rows were read.
    static Optional<String> sentence(ProjectSettings decided, Imported imported) {
        Optional<String> drawn = imported.report().notes().stream().filter(note -> note.code().equals(RowSample.NOTE))
                .map(ImportNote::sentence).findFirst();
        if (drawn.isEmpty() && decided.reading().draws()) {
            return Optional.of("All rows were read: from a file of this kind none can be drawn.");
        }
        return drawn;
    }

    /// What a person should know before trusting what was read: open questions, rows left out, files that differ.
    static List<String> warnings(Imported imported) {
        return imported.report().notes().stream().filter(note -> TELLING.contains(note.code())).map(ImportNote::sentence).toList();
    }
}
