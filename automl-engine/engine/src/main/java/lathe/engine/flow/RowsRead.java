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

/// How many of the rows a run reads: all, or as many as can be read in a tenth of the budget and held in an eighth of the memory Java
/// has, because workers hold them too.
///
/// Decided once, from the size of the file, the speed of its first megabytes and the memory, and kept in the run's record: with the same share
/// and seed the same rows are read again. A run limited by trials reads all rows unless a share is asked for, because it is to give
/// the same on every machine.
final class RowsRead {

    private static final double SHARE_OF_BUDGET = 0.1;
    private static final double SHARE_FOR_TRYING = 0.2;   // of that tenth
    // Nothing is tried where even a slow machine would be done in time.
    private static final double SLOWEST_BYTES_A_SECOND = 4e6;
    private static final double PACKED = 6;
    private static final double PACKED_PARQUET = 8;
    private static final double SHARE_OF_MEMORY = 1.0 / 8;
    private static final double IN_MEMORY = 3;   // bytes of a table for one of its text
    // A byte that is only looked at takes about so much of the time of one that is read.
    private static final double LOOKED_AT = 0.06;
    private static final double UNPACKED_ONLY = 0.16;
    // Fewer rows would be too few to learn from, and so many are read in about a second.
    private static final double LEAST_BYTES = 2e6;
    private static final double NEARLY_ALL = 0.9;

    private static final Set<String> TELLING = Set.of("date-order-assumed", "decimal-mark-assumed", "rows-rejected", "rows-cut",
            "columns-missing-in-file", "types-differ-between-files", "cells-unread", "joined", ProjectTable.ROWS_KEPT,
            ProjectTable.TARGETS_TYPED);

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
        if (asked.search().trialLimit() > 0 || !tables.draws(source, options)) {
            return 1;
        }
        double text = bytes * (FileChecks.startsWith(source, 'P', 'A', 'R', '1') ? PACKED_PARQUET : 1);
        double held = SHARE_OF_MEMORY * Runtime.getRuntime().maxMemory() / (IN_MEMORY * text);
        double readable = bytes / SLOWEST_BYTES_A_SECOND <= allowed ? 1
                : inTime(source, options, new Cost(allowed, packed ? UNPACKED_ONLY : LOOKED_AT, LEAST_BYTES / bytes), cancel);
        return held >= readable ? readable : rounded(held);
    }

    // Seconds there are, share that rows cost which are not drawn, share to be read in any case.
    private record Cost(double allowed, double lookedAt, double least) { }

    private static double inTime(Path source, ImportOptions options, Cost cost, CancelToken cancel) {
        long begin = System.nanoTime();
        double whole = new TableImport().seconds(source, options, SHARE_FOR_TRYING * cost.allowed, cancel);
        double left = cost.allowed - (System.nanoTime() - begin) / 1e9;
        return share(whole, left, cost.lookedAt, cost.least);
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
        return Math.max(least, share) >= NEARLY_ALL ? 1 : rounded(Math.max(least, share));
    }

    private static double rounded(double share) {
        return new BigDecimal(share).round(new MathContext(2, RoundingMode.DOWN)).doubleValue();
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
