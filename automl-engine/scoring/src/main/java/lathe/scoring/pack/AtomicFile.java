package lathe.scoring.pack;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Writes a file beside its place and moves it there in one step: a reader sees the old file or the new one, whole.
final class AtomicFile {

    private static final int BUFFER = 1 << 16;
    private static final AtomicLong COUNTER = new AtomicLong();

    /// Writes the bytes of a file.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Whether the bytes must have reached the disk before the move, so that a power cut leaves no empty file.
    enum Safety { PROCESS_CRASH, POWER_CUT }

    private AtomicFile() {
    }

    /// @throws ProblemException if the file cannot be written; nothing is left behind
    static void write(Path target, boolean overwrite, Safety safety, Content content) {
        Path place = target.toAbsolutePath();
        refuseExisting(place, overwrite);
        Path folder = place.getParent();
        if (folder == null) {
            throw failed(target, new IOException("it is not a file name"));
        }
        Path part = folder.resolve(".%s.%d-%d.part".formatted(place.getFileName(),
                ProcessHandle.current().pid(), COUNTER.incrementAndGet()));
        try {
            fill(part, safety, content);
            refuseExisting(place, overwrite);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(target, e);
        } finally {
            discard(part);
        }
    }

    private static void refuseExisting(Path place, boolean overwrite) {
        if (Files.isDirectory(place)) {
            throw new ProblemException(new Problem("model-unwritable", "A folder stands where the file should go.",
                    place.toString(), "Give the name of a file."));
        }
        if (!overwrite && Files.exists(place)) {
            throw new ProblemException(new Problem("model-exists", "The file is there already and is not overwritten.",
                    place.toString(), "Choose another name, or say that it may be replaced (--force)."));
        }
    }

    private static void fill(Path part, Safety safety, Content content) throws IOException {
        try (FileOutputStream file = new FileOutputStream(part.toFile());
                OutputStream out = new BufferedOutputStream(file, BUFFER)) {
            content.writeTo(out);
            out.flush();
            if (safety == Safety.POWER_CUT) {
                file.getFD().sync();
            }
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }

    private static ProblemException failed(Path target, IOException cause) {
        String reason = switch (cause) {
            case AccessDeniedException e -> "access is denied";
            case NoSuchFileException e -> "there is no such folder";
            case DirectoryNotEmptyException e -> "a folder stands in its place";
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
        return new ProblemException(new Problem("model-unwritable", "The file cannot be written: %s.".formatted(reason),
                target.toString(), "Check that the folder exists, may be written to and has room left."), cause);
    }
}
