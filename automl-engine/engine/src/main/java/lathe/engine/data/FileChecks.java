package lathe.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// What is asked of a path before any reader sees it, and what its first bytes say.
public final class FileChecks {

    private FileChecks() {
    }

    /// @throws ProblemException if there is no such file, or it is a directory, unreadable or empty
    public static void requireContent(Path file) {
        if (!Files.exists(file)) {
            throw problem(file, "file-missing", "There is no such file.", "Check the path.");
        }
        if (!Files.isRegularFile(file)) {
            throw problem(file, "file-is-directory", "This is a directory, a file is needed.", "Name a file inside it.");
        }
        if (!Files.isReadable(file)) {
            throw problem(file, "file-unreadable", "The file may not be read.", "Change its permissions.");
        }
        try {
            if (Files.size(file) == 0) {
                throw problem(file, "file-empty", "The file is empty (0 bytes).", "Choose a file with a header and rows.");
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// A problem of a file, with the file as its place.
    public static ProblemException problem(Path file, String code, String what, String remedy) {
        return new ProblemException(new Problem(code, what, file.toString(), remedy));
    }

    /// Name of a file up to its first point.
    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int point = name.indexOf('.', 1);
        return point < 0 ? name : name.substring(0, point);
    }

    /// The operating system refused; its reason goes into the message.
    public static ProblemException unreadable(Path file, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ProblemException(new Problem("file-unreadable", "The file cannot be read (%s).".formatted(reason),
                file.toString(), "Check the disk and the file, then try again."), cause);
    }

    /// Lower-case ending without the dot, a closing `.gz` left out: `csv` for `a.CSV.gz`; empty if there is none.
    public static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);   // the root of a drive has none
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /// The first bytes, fewer if the file is shorter.
    public static byte[] head(Path file, int length) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// Bytes of the file.
    public static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// Whether the file starts with these bytes.
    public static boolean startsWith(Path file, int... bytes) {
        byte[] head = head(file, bytes.length);
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// What binary content this is, in words; empty if it may be text.
    public static String binaryKind(Path file) {
        if (startsWith(file, 'P', 'K', 3, 4)) {
            return "a zip archive or an Excel workbook";
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "an old or a password-protected Office file";
        }
        if (startsWith(file, 'P', 'A', 'R', '1')) {
            return "a Parquet file";
        }
        if (startsWith(file, '%', 'P', 'D', 'F')) {
            return "a PDF document";
        }
        return startsWith(file, 0x89, 'P', 'N', 'G') || startsWith(file, 0xFF, 0xD8, 0xFF) ? "a picture" : "";
    }
}
