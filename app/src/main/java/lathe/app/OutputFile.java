package lathe.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// A text file a command leaves behind: written under another name, then moved, so it is whole or not there.
final class OutputFile {

    private OutputFile() { }

    /// What goes into the file.
    @FunctionalInterface
    interface Content {
        void writeTo(BufferedWriter out) throws IOException;
    }

    /// Replaces a file that is there.
    ///
    /// @throws ProblemException if it cannot be written; nothing half-written stays
    static void write(Path file, Content content) {
        Path temporary = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException failed) {
            throw new ProblemException(new Problem("not-written", "The file cannot be written: %s."
                    .formatted(failed.getMessage()), file.toString(),
                    "Check that the folder exists, may be written to and has room left."), failed);
        } finally {
            removeLeftover(temporary);
        }
    }

    private static void removeLeftover(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
