package lathe.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import lathe.scoring.ProblemException;

/// The tables of a folder that are read as one.
final class FolderFiles {

    private static final int MOST = 10_000;

    private FolderFiles() {
    }

    /// @param wanted paths or patterns relative to the folder, in the order in which their files are read; none for all
    ///               tables that lie in it, by name
    /// @throws ProblemException if there is none, or one of these is missing
    static List<Path> of(Path folder, List<String> wanted) {
        if (Files.exists(folder.resolve("project.yaml"))) {
            throw FileChecks.problem(folder, "folder-is-project", "This folder is a project, not a folder of tables.",
                    "Choose the folder the data lies in.");
        }
        Set<Path> files = new LinkedHashSet<>();
        if (wanted.isEmpty()) {
            files.addAll(list(folder, 1, path -> ZipTable.TABLES.contains(FileChecks.ending(path))));
        }
        for (String each : wanted) {
            files.addAll(isPattern(each) && !Files.exists(folder.resolve(plain(each))) ? matching(folder, each) : List.of(named(folder, each)));
        }
        if (files.isEmpty()) {
            throw FileChecks.problem(folder, "folder-empty", wanted.isEmpty() ? "The folder holds no table."
                    : "No file of the folder matches %s.".formatted(String.join(", ", wanted)),
                    "Readable are CSV, TSV (also .gz), Excel (.xlsx), Parquet and JSON lines.");
        }
        return List.copyOf(files);
    }

    static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    // Marks of a pattern cannot stand in a path of every system.
    private static String plain(String pattern) {
        try {
            return Path.of(pattern).toString();
        } catch (InvalidPathException notOne) {
            return "no such file";
        }
    }

    private static Path named(Path folder, String relative) {
        Path file = folder.resolve(relative).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw FileChecks.problem(folder, "file-outside-folder", "A file of a folder must lie in it, was '%s'.".formatted(relative),
                    "Choose a folder that holds all files.");
        }
        FileChecks.requireContent(file);
        return file;
    }

    private static List<Path> matching(Path folder, String pattern) {
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            int depth = 1 + (int) pattern.chars().filter(c -> c == '/').count();
            return list(folder, depth, path -> matcher.matches(folder.relativize(path)));
        } catch (PatternSyntaxException e) {
            throw FileChecks.problem(folder, "pattern-broken", "'%s' is no pattern for file names.".formatted(pattern),
                    "A pattern looks like 2024-*.csv.");
        }
    }

    private interface Wanted {

        boolean takes(Path file);
    }

    private static List<Path> list(Path folder, int depth, Wanted wanted) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            paths.filter(path -> !path.equals(folder) && !path.getFileName().toString().startsWith(".") && wanted.takes(path)
                    && Files.isRegularFile(path)).limit(MOST + 1L).forEach(found::add);
        } catch (UncheckedIOException e) {
            throw FileChecks.unreadable(folder, new IOException(e));
        } catch (IOException e) {
            throw FileChecks.unreadable(folder, e);
        }
        if (found.size() > MOST) {
            throw FileChecks.problem(folder, "folder-too-large", "The folder holds more than %d tables.".formatted(MOST),
                    "Name those to read.");
        }
        found.sort(null);
        return found;
    }
}
