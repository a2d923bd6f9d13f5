package lathe.engine.adapter.smile;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of native libraries in the user's cache, filled once.
///
/// It is filled beside its place and moved there in one step with a list of the sizes, so two processes that start at once
/// do no harm and a torn one is noticed and filled again.
final class UnpackedLibraries {

    private static final String SIZES = "sizes.txt";

    private UnpackedLibraries() {
    }

    /// Writes files into a folder.
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /// @param home folder of all such folders
    /// @param name of this one, different for each version
    /// @return the libraries, unpacked
    static List<Path> in(Path home, String name, Filling filling) throws IOException {
        Path place = home.resolve(name);
        return libraries(isWhole(place) ? place : fill(place, filling));
    }

    /// The user's cache folder for Lathe.
    static Path home(Map<String, String> environment) {
        String windows = environment.get("LOCALAPPDATA");
        String unix = environment.get("XDG_CACHE_HOME");
        if (windows != null && !windows.isBlank()) {
            return Path.of(windows, "lathe", "cache");
        }
        return unix != null && !unix.isBlank() ? Path.of(unix, "lathe")
                : Path.of(System.getProperty("user.home", "."), ".cache", "lathe");
    }

    private static Path fill(Path place, Filling filling) throws IOException {
        Path beside = beside(place);
        filling.fill(beside);
        Files.writeString(beside.resolve(SIZES), sizes(beside));
        if (!beside.startsWith(parent(place))) {
            return beside;
        }
        try {
            delete(place);
            return Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException takenMeanwhile) {
            if (!isWhole(place)) {
                return beside;
            }
            delete(beside);
            return place;
        }
    }

    /// A new folder next to the place; a private temporary one when the home folder cannot be written to.
    private static Path beside(Path place) throws IOException {
        try {
            return Files.createTempDirectory(Files.createDirectories(parent(place)), place.getFileName() + "-");
        } catch (FileSystemException notWritable) {
            Path temporary = Files.createTempDirectory("lathe-libraries-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteQuietly(temporary)));
            return temporary;
        }
    }

    private static Path parent(Path place) {
        return Optional.ofNullable(place.getParent()).orElseThrow();
    }

    static boolean isWhole(Path place) throws IOException {
        Path sizes = place.resolve(SIZES);
        return Files.isRegularFile(sizes) && !libraries(place).isEmpty() && Files.readString(sizes).equals(sizes(place));
    }

    private static String sizes(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path library : libraries(folder)) {
            text.append(library.getFileName()).append(' ').append(Files.size(library)).append('\n');
        }
        return text.toString();
    }

    private static List<Path> libraries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(SIZES)).sorted().map(Path::toAbsolutePath).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException left) {
            // A loaded library cannot be deleted on Windows; the system clears its temporary folder.
            folder.toFile().deleteOnExit();
        }
    }
}
