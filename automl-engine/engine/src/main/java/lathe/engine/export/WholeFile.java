package lathe.engine.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// A file that is whole or not there: written under another name, then moved.
public final class WholeFile {

    private WholeFile() { }

    /// What goes into the file.
    @FunctionalInterface
    public interface Content {

        /// @param temporary where to write it; need not exist yet
        void writeTo(Path temporary) throws IOException;
    }

    /// What goes into a text file.
    @FunctionalInterface
    public interface Text {
        void writeTo(BufferedWriter out) throws IOException;
    }

    /// Writes text in UTF-8; otherwise as [#write].
    public static void text(Path file, Text text) {
        write(file, temporary -> {
            try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                text.writeTo(out);
            }
        });
    }

    /// Replaces a file that is there. Whatever is thrown meanwhile, nothing half-written stays.
    ///
    /// @throws ProblemException if it cannot be written
    public static void write(Path file, Content content) {
        Path temporary = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".part");
        try {
            content.writeTo(temporary);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (UncheckedIOException | IOException failed) {
            throw notWritten(file, failed);
        } finally {
            removeLeftover(temporary);
        }
    }

    private static ProblemException notWritten(Path file, Exception failed) {
        Throwable disk = failed.getCause() instanceof IOException cause ? cause : failed;
        return new ProblemException(new Problem("not-written", "The file cannot be written: %s."
                .formatted(disk.getMessage()), file.toString(),
                "Check that the folder exists, may be written to and has room left."), failed);
    }

    private static void removeLeftover(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
