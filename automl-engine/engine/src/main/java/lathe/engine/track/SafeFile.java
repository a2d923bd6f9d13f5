package lathe.engine.track;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Writes whole files so that a reader sees the old content or the new one, and reads files of bounded size.
public final class SafeFile {

    private SafeFile() {
    }

    /// @throws ProblemException if the disk is full, the folder read-only, or anything else stands in the way
    public static void replace(Path file, byte[] content) {
        Path fresh = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
                writeAll(channel, content);
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(fresh);
            throw notWritten(file, e);
        }
    }

    static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the first failure is the one to tell
        }
    }

    /// @param limit most bytes accepted
    static byte[] read(Path file, long limit) {
        try {
            long size = Files.size(file);
            if (size > limit) {
                throw new ProblemException(new Problem("file-too-large",
                        "The file may have at most %d bytes, has %d.".formatted(limit, size), file.toString(),
                        "Lathe did not write it; restore it from a copy."));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw notRead(file, e);
        }
    }

    static ProblemException notWritten(Path file, IOException e) {
        return new ProblemException(new Problem("file-not-written", "It cannot be written: " + reason(e) + ".",
                file.toString(), "Check that the folder exists, may be written to and has room left."), e);
    }

    static ProblemException notRead(Path file, IOException e) {
        return new ProblemException(new Problem("file-not-read", "It cannot be read: " + reason(e) + ".",
                file.toString(), "Check the path and the permissions."), e);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "there is no such file or folder";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
