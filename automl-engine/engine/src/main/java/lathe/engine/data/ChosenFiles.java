package lathe.engine.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Data somebody chose: a file or folder, or several files that make one table.
///
/// @param path  the file or folder, or the folder below which all files lie
/// @param files relative to the folder, with `/`, in the order chosen; none for a single file or a whole folder
public record ChosenFiles(Path path, List<String> files) {

    public ChosenFiles {
        files = List.copyOf(files);
    }

    /// @param chosen at least one
    /// @throws ProblemException if a folder is among several files, or the files lie on different drives
    public static ChosenFiles of(List<Path> chosen) {
        List<Path> whole = chosen.stream().map(path -> path.toAbsolutePath().normalize()).distinct().toList();
        if (whole.size() == 1) {
            return new ChosenFiles(whole.getFirst(), List.of());
        }
        whole.forEach(ChosenFiles::requireFile);
        Path folder = common(whole.stream().map(file -> file.resolveSibling("")).toList());
        return new ChosenFiles(folder, whole.stream().map(file -> folder.relativize(file).toString().replace('\\', '/')).toList());
    }

    /// @throws ProblemException if it is a folder
    public static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new ProblemException(new Problem("folder-among-files", "Several files were named, and one of them is a folder.",
                    file.toString(), "Name one folder, or files only."));
        }
    }

    /// The folder all of these lie in, or one of them; at least one, absolute.
    ///
    /// @throws ProblemException if there is none
    public static Path common(List<Path> folders) {
        return folders.stream().reduce(ChosenFiles::common).orElseThrow();
    }

    private static Path common(Path one, Path two) {
        Path shared = one;
        while (!two.startsWith(shared)) {
            Path above = shared.getParent();
            if (above == null) {
                throw new ProblemException(new Problem("files-apart", "Files that make one table must lie below one folder.",
                        one + " and " + two, "Copy them into one folder."));
            }
            shared = above;
        }
        return shared;
    }

    /// How they are read, everything else found by the import.
    public ImportOptions options() {
        return ImportOptions.defaults().withParts(new SourceParts(files, "", ""));
    }
}
