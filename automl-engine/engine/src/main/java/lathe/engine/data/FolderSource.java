package lathe.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Several files read as one table, one after the other. Columns go by name: all that any file has, in order of first
/// appearance; where a file lacks one, it is missing there and a note says so.
final class FolderSource implements RawSource {

    /// How a single file is opened.
    interface Opener {

        RawSource open(Path file, ImportOptions options, ReadWatch watch);
    }

    private static final int MOST_NOTES = 100;
    private static final int SHOWN = 5;
    // Enough to see the columns of anything but JSON, which is looked over whole.
    private static final int HEAD_ROWS = 100;

    private final Path folder;
    private final List<Path> files;
    private final ImportOptions options;
    private final ReadWatch watch;
    private final Opener opener;
    private final List<String> names;
    private final List<ImportNote> notes = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final FileTypes types = new FileTypes();
    private @Nullable RawSource current;
    private @Nullable ImportReport first;
    private long rejectedRows;
    private int opened;
    private long rows;

    /// @throws lathe.scoring.ProblemException if a file cannot be read, or there is none
    FolderSource(Path folder, ImportOptions options, ReadWatch watch, Opener opener) {
        this.folder = folder;
        this.files = FolderFiles.of(folder, options.parts().files());
        this.options = options.withParts(new SourceParts(List.of(), options.parts().entry(), ""));
        this.watch = watch;
        this.opener = opener;
        this.names = names(options.parts().fileColumn());
    }

    private List<String> names(String fileColumn) {
        Set<String> union = new LinkedHashSet<>();
        List<Set<String>> each = new ArrayList<>();
        for (Path file : files) {
            boolean json = FileChecks.ending(file).startsWith("json") || FileChecks.ending(file).equals("ndjson");
            try (RawSource source = opener.open(file, options, json ? watch.quiet() : watch.quietHead(HEAD_ROWS))) {
                each.add(new LinkedHashSet<>(source.names()));
                union.addAll(source.names());
            }
        }
        for (String name : union) {
            List<String> lacking = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                if (!each.get(i).contains(name)) {
                    lacking.add(shown(files.get(i)));
                }
            }
            if (!lacking.isEmpty()) {
                notes.add(new ImportNote("columns-missing-in-file", name, "Column '%s' is missing in %d of %d files (%s); it has no values there."
                        .formatted(name, lacking.size(), files.size(), first(lacking))));
            }
        }
        if (!fileColumn.isEmpty() && !union.add(fileColumn)) {
            throw FileChecks.problem(folder, "file-column-taken", "There is a column '%s' already.".formatted(fileColumn),
                    "Give the column for the file names another name.");
        }
        if (union.size() > ImportLimits.COLUMNS) {
            throw FileChecks.problem(folder, "too-many-columns", "The files have more than %d columns together.".formatted(ImportLimits.COLUMNS),
                    "Leave out files that are another table.");
        }
        return List.copyOf(union);
    }

    private static String first(List<String> all) {
        return String.join(", ", all.subList(0, Math.min(SHOWN, all.size()))) + (all.size() > SHOWN ? " and more" : "");
    }

    private String shown(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public RawTable next(int maxRows) {
        List<RawTable> parts = new ArrayList<>();
        List<String> from = new ArrayList<>();
        int taken = 0;
        while (taken < maxRows && (current != null || opened < files.size())) {
            RawSource source = current == null ? open() : current;
            RawTable part = source.next(maxRows - taken);
            if (part.rows() == 0) {
                end(source);
            } else {
                parts.add(part);
                from.add(shown(files.get(opened - 1)));
                taken += part.rows();
            }
        }
        rows += taken;
        JoinedTables joined = new JoinedTables(names, parts, from);
        types.observe(joined);
        return joined.table();
    }

    private RawSource open() {
        RawSource source = opener.open(files.get(opened), options, watch.ofPart(opened, files.size(), rows));
        current = source;
        opened++;
        return source;
    }

    private void end(RawSource source) {
        ImportReport report = source.report();
        String file = shown(files.get(opened - 1));
        first = first == null ? report : first;
        for (ImportNote note : report.notes()) {
            if (notes.size() < MOST_NOTES && !note.code().equals("rows-rejected")) {
                notes.add(new ImportNote(note.code(), note.field(), file + ": " + note.sentence()));
            }
        }
        for (RejectedRow row : report.rejected()) {
            rejected.add(new RejectedRow(file + ", " + row.place(), row.reason(), row.text()));
        }
        rejectedRows += report.rejectedRows();
        source.close();
        current = null;
    }

    @Override
    public ImportReport report() {
        RawSource reading = current;
        ImportReport base = first != null ? first : reading != null ? reading.report() : ImportReport.of("files");
        ImportReport all = new ImportReport(base.format(), base.charset(), base.separator(), base.headerRow(), base.sheet(), base.sheets(),
                "", notes, List.of(), List.of(), base.units(), List.of(), 0);
        ImportNote read = new ImportNote("files-read", "", "%d files were read as one table (%s).".formatted(files.size(),
                first(files.stream().map(this::shown).toList())));
        return all.plus(List.of(read)).plus(types.notes()).withRejected(rejected, rejectedRows);
    }

    @Override
    public void close() {
        RawSource open = current;
        if (open != null) {
            open.close();
        }
    }
}
