package lathe.engine.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// Test tables that are not part of the repository: a folder `shared/data` beside or above it, or named by `LATHE_SHARED`.
final class SharedFiles {

    private SharedFiles() {
    }

    /// Skips the calling test if the folder is not there.
    static Path find(String inside) {
        String named = System.getenv("LATHE_SHARED");
        Path found = named == null ? above() : Path.of(named);
        Path file = found == null ? Path.of("shared") : found.resolve("data").resolve(inside);
        Assumptions.assumeTrue(Files.exists(file), "SKIPPED: no " + file + "; set LATHE_SHARED to the folder of shared tables");
        return file;
    }

    private static @Nullable Path above() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.isDirectory(shared.resolve("data"))) {
                return shared;
            }
        }
        return null;
    }
}
