package lathe.engine.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lathe.engine.data.BadCell;
import lathe.engine.data.CheckedRows;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.ImportReport;
import lathe.engine.data.Imported;
import lathe.engine.data.ReadProgress;
import lathe.engine.data.RowSample;
import lathe.engine.data.TableImport;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.Profiler;
import lathe.engine.profile.TableProfile;
import lathe.engine.profile.Thresholds;
import lathe.engine.profile.pass.TableFigures;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import org.jspecify.annotations.Nullable;

/// The profile of one file that is not held in memory.
///
/// A column whose type, found on the sample, does not fit the other rows is read as categories, as it would be had all rows been seen:
/// if more than a tenth of its values cannot be read, or a number column turns out to hold codes with leading zeros or beyond 2^53.
/// Then all rows are read a second time. Fewer unreadable cells are counted, shown, and count as missing.
final class LongFilePass {

    private static final double MOST_UNREAD = 0.1;
    private static final double SAMPLE_PART = 0.1;
    // Told of the sample, true of all rows only by the pass.
    private static final Set<String> OF_SAMPLE = Set.of(RowSample.NOTE, "cells-unread", "rows-rejected", "rows-cut");

    private final Path file;
    private final RowSample share;
    private final @Nullable String target;
    private final CancelToken cancel;
    private final Consumer<ReadProgress> progress;

    LongFilePass(Path file, RowSample share, @Nullable String target, CancelToken cancel, Consumer<ReadProgress> progress) {
        this.file = file;
        this.share = share;
        this.target = target;
        this.cancel = cancel;
        this.progress = progress;
    }

    /// What did not fit in a column, over all rows.
    private static final class Misfit {

        private long unread;
        private long codes;
        private final List<BadCell> examples = new ArrayList<>();

        void add(CheckedRows.Misfits more) {
            unread += more.unread();
            codes += more.codes();
            examples.addAll(more.examples().subList(0, Math.min(more.examples().size(), CheckedRows.Misfits.MOST_EXAMPLES - examples.size())));
        }

        String shown() {
            return String.join(", ", examples.stream().map(cell -> cell.place() + ": '" + cell.text() + "'").toList());
        }
    }

    /// All rows, gone over once.
    private record Passed(Imported sample, ImportReport report, TableFigures figures, Map<String, Misfit> misfits) { }

    /// @param thresholds from which something is told of
    ProfiledFile profile(ImportOptions reading, Thresholds thresholds) {
        Passed passed = pass(reading);
        List<ImportNote> changed = new ArrayList<>();
        ImportOptions corrected = corrected(passed, reading, changed);
        if (!changed.isEmpty()) {
            passed = pass(corrected);
        }
        List<FieldProfile> fields = passed.figures().profiles(passed.sample().table());
        TableProfile profile = Profiler.ofSample(passed.sample().table(), fields, passed.figures().rows(), target, thresholds);
        return new ProfiledFile(profile, report(passed, changed), passed.sample().table().rows(), passed.figures().estimated());
    }

    private Passed pass(ImportOptions reading) {
        TableImport tables = new TableImport();
        Imported sample = tables.read(file, reading.withSample(share), cancel, news -> progress.accept(part(news, 0, SAMPLE_PART)));
        TableFigures figures = new TableFigures(sample.table().schema());
        Map<String, Misfit> misfits = new HashMap<>();
        try (ChunkCrew<CheckedRows> crew = new ChunkCrew<>("figures", 1, rows -> { })) {
            ImportReport report = tables.pass(file, sample.table().schema(), reading, cancel,
                    news -> progress.accept(part(news, SAMPLE_PART, 1)), piece -> crew.add(() -> counted(piece, figures, misfits)));
            crew.finish();
            return new Passed(sample, report, figures, misfits);
        }
    }

    private static CheckedRows counted(Supplier<CheckedRows> piece, TableFigures figures, Map<String, Misfit> misfits) {
        CheckedRows rows = piece.get();
        figures.add(rows.table());
        rows.misfits().forEach((column, more) -> misfits.computeIfAbsent(column, key -> new Misfit()).add(more));
        return rows;
    }

    private static ReadProgress part(ReadProgress news, double from, double to) {
        return new ReadProgress(from == 0 ? 0 : news.rows(), from + (to - from) * news.share());
    }

    /// Options that read as categories what is not what it seemed; says why in notes.
    private static ImportOptions corrected(Passed passed, ImportOptions reading, List<ImportNote> notes) {
        ImportOptions corrected = reading;
        List<FieldProfile> fields = passed.figures().profiles(passed.sample().table());
        for (FieldProfile field : fields) {
            Misfit misfit = passed.misfits().get(field.name());
            if (misfit == null || reading.types().containsKey(field.name()) || reading.formats().containsKey(field.name())) {
                continue;
            }
            if (misfit.codes > 0 || misfit.unread > MOST_UNREAD * (misfit.unread + (double) field.count())) {
                corrected = corrected.withType(field.name(), FieldType.CATEGORY);
                notes.add(new ImportNote("type-of-sample-wrong", field.name(), String.format(Locale.ROOT,
                        "Column '%s' seemed to be a %s by the sample, but in all rows %,d cells are %s (%s); it is read as categories.", field.name(),
                        word(field.type()), misfit.codes > 0 ? misfit.codes : misfit.unread,
                        misfit.codes > 0 ? "codes with leading zeros or more digits than a number holds" : "none", misfit.shown())));
            }
        }
        return corrected;
    }

    private static String word(FieldType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static ImportReport report(Passed passed, List<ImportNote> changed) {
        Set<ImportNote> notes = new LinkedHashSet<>(changed);
        passed.sample().report().notes().stream().filter(note -> !OF_SAMPLE.contains(note.code())).forEach(notes::add);
        for (Field field : passed.sample().table().schema().fields()) {
            Misfit misfit = passed.misfits().get(field.name());
            if (misfit != null && misfit.unread > 0) {
                notes.add(new ImportNote("cells-unread", field.name(), String.format(Locale.ROOT,
                        "Column '%s' has %,d cells among all rows that are no %s and count as missing (%s).", field.name(), misfit.unread,
                        word(field.type()), misfit.shown())));
            }
        }
        notes.removeAll(Set.copyOf(passed.report().notes()));
        return passed.report().withDecimalMark(passed.sample().report().decimalMark()).plus(List.copyOf(notes));
    }
}
