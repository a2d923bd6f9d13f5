package lathe.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// A table out of a zip archive, unpacked into a folder of its own until closed. Names in the archive are never used as paths.
final class ZipTable implements AutoCloseable {

    static final Set<String> TABLES = Set.of("csv", "tsv", "tab", "txt", "data", "dat", "json", "jsonl", "ndjson", "parquet", "pq",
            "xlsx", "xlsm");
    private static final Set<String> TEXTS = Set.of("csv", "tsv", "tab", "txt", "data", "dat", "json", "jsonl", "ndjson");
    private static final Set<String> WORKBOOKS = Set.of("xlsx", "xlsm", "xltx", "xls");
    private static final int MOST_ENTRIES = 10_000;
    private static final int SHOWN = 10;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path file;
    private final String shown;

    private ZipTable(Path folder, Path file, String shown) {
        this.folder = folder;
        this.file = file;
        this.shown = shown;
    }

    /// Whether a file is an archive and no workbook, by its first bytes.
    static boolean isArchive(Path file) {
        return !WORKBOOKS.contains(FileChecks.ending(file))
                && (FileChecks.startsWith(file, 'P', 'K', 3, 4) || FileChecks.startsWith(file, 'P', 'K', 5, 6));
    }

    /// @param wanted name of the entry, whole or its last part; empty for the only table
    /// @throws ProblemException if there is no such table, or more than one, or the archive is broken or unpacks to too much
    static ZipTable unpack(Path archive, String wanted, ReadWatch watch) {
        return opened(archive, zip -> {
            ZipEntry entry = chosen(archive, entries(archive, zip), wanted);
            Path folder = Files.createTempDirectory("lathe-zip");
            ZipTable table = new ZipTable(folder, folder.resolve(safeName(entry.getName())), archive + ", " + entry.getName());
            try (InputStream in = zip.getInputStream(entry)) {
                table.copy(archive, in, watch);
                return table;
            } catch (IOException | RuntimeException failed) {
                table.close();
                throw failed;
            }
        });
    }

    /// Names of the tables in an archive, as [#unpack] takes them.
    static List<String> names(Path archive) {
        return opened(archive, zip -> tables(entries(archive, zip)).stream().map(ZipEntry::getName).toList());
    }

    private interface Reading<T> {

        T of(ZipFile zip) throws IOException;
    }

    private static <T> T opened(Path archive, Reading<T> reading) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return reading.of(zip);
        } catch (ZipException e) {
            String said = e.getMessage() == null ? "no reason given" : e.getMessage();
            boolean locked = said.contains("encrypt");
            throw FileChecks.problem(archive, locked ? "archive-encrypted" : "archive-broken",
                    locked ? "The archive is protected by a password." : "The archive cannot be read (%s).".formatted(said),
                    "Unpack it yourself, and choose the table in it.");
        } catch (IOException e) {
            throw FileChecks.unreadable(archive, e);
        }
    }

    private static List<ZipEntry> entries(Path archive, ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw FileChecks.problem(archive, "archive-too-many", "The archive holds more than %d files.".formatted(MOST_ENTRIES),
                    "Unpack it yourself, and choose the table in it.");
        }
        List<ZipEntry> files = new ArrayList<>();
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName().replace('\\', '/');
            if (name.startsWith("/") || name.contains(":") || name.indexOf('\0') >= 0 || List.of(name.split("/")).contains("..")) {
                throw FileChecks.problem(archive, "archive-path", "The archive holds a file that wants to lie outside of it: '%s'."
                        .formatted(shortened(name)), "Do not trust this archive.");
            }
            if (!entry.isDirectory() && !name.startsWith("__MACOSX/") && !lastPart(name).startsWith(".")) {
                files.add(entry);
            }
        }
        return files;
    }

    private static ZipEntry chosen(Path archive, List<ZipEntry> files, String wanted) {
        if (files.stream().anyMatch(entry -> entry.getName().equals("[Content_Types].xml"))) {
            throw FileChecks.problem(archive, "archive-is-workbook", "This is an Office document, not an archive of tables.",
                    "If it is a workbook, give it the ending .xlsx.");
        }
        if (!wanted.isEmpty()) {
            return files.stream().filter(entry -> entry.getName().equals(wanted) || lastPart(entry.getName()).equals(wanted)).findFirst()
                    .orElseThrow(() -> FileChecks.problem(archive, "archive-entry-unknown", "The archive holds no file '%s'.".formatted(wanted),
                            "It holds: %s.".formatted(listed(files))));
        }
        List<ZipEntry> tables = tables(files);
        if (tables.size() == 1 || tables.isEmpty() && files.size() == 1) {
            return tables.isEmpty() ? files.getFirst() : tables.getFirst();
        }
        if (tables.isEmpty()) {
            throw FileChecks.problem(archive, "archive-empty", "The archive holds no table.",
                    files.isEmpty() ? "Choose another file." : "It holds: %s. Name one with --entry.".formatted(listed(files)));
        }
        throw FileChecks.problem(archive, "archive-several", "The archive holds %d tables: %s.".formatted(tables.size(), listed(tables)),
                "Name one with --entry, or unpack them into a folder and choose the folder.");
    }

    private static List<ZipEntry> tables(List<ZipEntry> files) {
        return files.stream().filter(entry -> TABLES.contains(ending(entry)) && !isRemark(entry)).toList();
    }

    private static boolean isRemark(ZipEntry entry) {
        String name = lastPart(entry.getName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") && (name.startsWith("readme") || name.startsWith("licen") || name.startsWith("notice"));
    }

    private static String listed(List<ZipEntry> entries) {
        List<String> names = entries.stream().limit(SHOWN).map(entry -> "'" + shortened(entry.getName()) + "'").toList();
        return String.join(", ", names) + (entries.size() > SHOWN ? " and more" : "");
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
    }

    private static String lastPart(String name) {
        String forward = name.replace('\\', '/');
        return forward.substring(forward.lastIndexOf('/') + 1);
    }

    private static String ending(ZipEntry entry) {
        return FileChecks.ending(Path.of(safeName(entry.getName())));
    }

    private static String safeName(String name) {
        String safe = lastPart(name).replaceAll("[^A-Za-z0-9._-]", "_");
        return "t_" + (safe.length() <= 80 ? safe : safe.substring(safe.length() - 80));
    }

    private void copy(Path archive, InputStream in, ReadWatch watch) throws IOException {
        long limit = Math.max(ImportLimits.FREELY_UNPACKED, FileChecks.size(archive) * ImportLimits.PACKING_RATIO);
        // The head of a text needs no more than twice what is looked over of it.
        long enough = watch.isHead() && TEXTS.contains(FileChecks.ending(file)) ? 2 * ReadWatch.HEAD_BYTES : Long.MAX_VALUE;
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = in.read(buffer); count >= 0 && copied < enough; count = in.read(buffer)) {
                watch.requireWanted();
                copied += count;
                if (copied > limit) {
                    throw FileChecks.problem(archive, "packed-too-densely",
                            "The archive unpacks to more than %d times its size.".formatted(ImportLimits.PACKING_RATIO),
                            "Unpack it yourself if you trust it.");
                }
                out.write(buffer, 0, count);
            }
        }
    }

    /// The unpacked table.
    Path file() {
        return file;
    }

    /// A problem of the unpacked file as one of the archive.
    ProblemException relabelled(ProblemException e) {
        Problem problem = e.problem();
        return new ProblemException(new Problem(problem.code(), problem.what().replace(file.toString(), shown),
                problem.where().replace(file.toString(), shown), problem.remedy()), e);
    }

    @Override
    public void close() {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path path : left.toList()) {
                Files.deleteIfExists(path);
            }
            Files.deleteIfExists(folder);
        } catch (IOException leftBehind) {
            folder.toFile().deleteOnExit();
        }
    }
}
