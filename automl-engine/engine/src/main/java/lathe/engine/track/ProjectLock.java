package lathe.engine.track;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;

/// Keeps a project folder to one process. The system releases it when the process dies, however it dies.
final class ProjectLock implements AutoCloseable {

    // Behind any content, because Windows keeps others from reading what is locked.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final int MOST_NOTE_BYTES = 200;

    private final Path file;
    private final FileChannel channel;

    private ProjectLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @throws ProblemException naming the process that has it, or if the folder cannot be written to
    static ProjectLock acquire(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            try {
                if (tryLock(channel) == null) {
                    throw taken(file, note(channel));
                }
                sign(channel);
                return new ProjectLock(file, channel);
            } catch (IOException | ProblemException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw SafeFile.notWritten(file, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;   // this very process has it
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Instant started = self.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
        channel.truncate(0);
        SafeFile.writeAll(channel, "process %d, started %s\n".formatted(self.pid(), started)
                .getBytes(StandardCharsets.US_ASCII));
        channel.force(false);
    }

    private static String note(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(MOST_NOTE_BYTES);
        channel.read(buffer, 0);
        String note = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
        return note.matches("process \\d+, started [0-9TZ:.-]+") ? note : "another process";
    }

    private static ProblemException taken(Path file, String holder) {
        return new ProblemException(new Problem("project-in-use",
                "The project is open in another Lathe (%s).".formatted(holder), String.valueOf(file.getParent()),
                "Close it there first, or choose another folder with --out."));
    }

    /// Releases it. The file stays: deleting it could take it from under a process that has just locked it.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw SafeFile.notWritten(file, e);
        }
    }
}
