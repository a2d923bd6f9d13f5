package lathe.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.engine.data.ChosenFiles;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.SourceParts;

/// The data named on the command line: a file, a folder, or several files or patterns that make one table.
///
/// @param path  the file, or the folder in which all files lie
/// @param files of the folder, relative to it; none for a file or a whole folder
record DataArgument(Path path, List<String> files) {

    /// @param words at least one
    /// @throws lathe.scoring.ProblemException if a file is missing
    static DataArgument of(List<String> words) {
        if (words.size() == 1 && !isPattern(words.getFirst())) {
            Path path = Path.of(words.getFirst());
            ProjectRun.requireReadable(path);
            return new DataArgument(path, List.of());
        }
        List<Path> folders = new ArrayList<>();
        List<String> lasts = new ArrayList<>();
        for (String word : words) {
            int cut = isPattern(word) ? patternStart(word) : word.replace('\\', '/').lastIndexOf('/') + 1;
            if (!isPattern(word)) {
                requireFile(Path.of(word));
            }
            folders.add(Path.of(word.substring(0, cut)).toAbsolutePath().normalize());
            lasts.add(word.substring(cut).replace('\\', '/'));
        }
        Path common = ChosenFiles.common(folders);
        List<String> files = new ArrayList<>();
        for (int i = 0; i < lasts.size(); i++) {
            String below = common.relativize(folders.get(i)).toString().replace('\\', '/');
            files.add(below.isEmpty() ? lasts.get(i) : below + "/" + lasts.get(i));
        }
        return new DataArgument(common, files);
    }

    private static void requireFile(Path file) {
        ProjectRun.requireReadable(file);
        ChosenFiles.requireFile(file);
    }

    // A file may be called so too.
    private static boolean isPattern(String word) {
        if (word.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
            return false;
        }
        try {
            return !Files.exists(Path.of(word));
        } catch (InvalidPathException pattern) {
            return true;
        }
    }

    /// Where the first part of a path with a mark of a pattern begins.
    private static int patternStart(String word) {
        String forward = word.replace('\\', '/');
        int mark = 0;
        while ("*?[{".indexOf(forward.charAt(mark)) < 0) {
            mark++;
        }
        return forward.lastIndexOf('/', mark) + 1;
    }

    /// A path as it stands beside the data in a project: relative to the folder of the data, so that both can be moved together.
    String beside(String file) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        try {
            return file.isEmpty() || folder == null ? file : folder.relativize(Path.of(file)).toString().replace('\\', '/');
        } catch (IllegalArgumentException otherDrive) {
            return file;
        }
    }

    ImportOptions with(ImportOptions options) {
        SourceParts parts = options.parts();
        return options.withParts(new SourceParts(files, parts.entry(), parts.fileColumn(), parts.second()));
    }
}
